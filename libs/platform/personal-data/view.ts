import { isSealed, type Sealed } from '#kernel';
import { ERASED, type PersonalData } from './port.js';

/** What stands where a text was whose person has been erased. */
const GONE = { erased: true } as const;

/** What is shown in place of a text. */
export type Mask = (text: string) => string;

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

  /**
   * Any value of the domain with its sealed texts shown as free text.
   * @param masks how fields are masked that name or number somebody, by the field's name
   */
  async deep(value: unknown, masks: Readonly<Record<string, Mask>> = {}): Promise<unknown> {
    if (isSealed(value)) {
      const mask = masks[value.field];
      return mask ? this.masked(value, mask) : this.text(value);
    }
    if (Array.isArray(value)) return Promise.all(value.map((item) => this.deep(item, masks)));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(
      async ([key, item]) => [key, await this.deep(item, masks)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  }

  private async opened(sealed: Sealed, show: (text: string) => string): Promise<string | object> {
    const text = await this.personal.reveal(sealed);
    return text === ERASED ? GONE : show(text);
  }
}
