import { isSealed, type Sealed } from '#kernel';
import { ERASED, type PersonalData } from './port.js';

/** What stands where a text was whose person has been erased. */
const GONE = { erased: true } as const;

/** How personal text is shown: opened for those who work on the case, otherwise only that it is there. */
export class PersonalView {
  constructor(
    private readonly personal: PersonalData,
    private readonly opensText: boolean,
  ) {}

  /** Free text of the case. */
  async text(sealed: Sealed | undefined): Promise<string | object | undefined> {
    if (!sealed) return undefined;
    if (!this.opensText) return { withheld: true, commitment: sealed.commitment };
    return this.opened(sealed, (text) => text);
  }

  /** A name, number or address: always masked here. */
  async masked(
    sealed: Sealed | undefined,
    mask: (text: string) => string,
  ): Promise<string | object | undefined> {
    return sealed && this.opened(sealed, mask);
  }

  /** Any value of the domain with its sealed texts shown as free text. */
  async deep(value: unknown): Promise<unknown> {
    if (isSealed(value)) return this.text(value);
    if (Array.isArray(value)) return Promise.all(value.map((item) => this.deep(item)));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(async ([key, item]) => [key, await this.deep(item)] as const);
    return Object.fromEntries(await Promise.all(entries));
  }

  private async opened(sealed: Sealed, show: (text: string) => string): Promise<string | object> {
    const text = await this.personal.reveal(sealed);
    return text === ERASED ? GONE : show(text);
  }
}
