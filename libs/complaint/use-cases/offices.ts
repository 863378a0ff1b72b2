import type { OfficeDay } from '#calendar';
import type { Governs } from '#rulebook';
import type { OfficeContact, OfficeProfile, Retention } from '../domain/index.js';

/** What the product needs to know of an office: its name, the words of its document numbers, its rulebooks. */
export interface Office {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** 机关代字, e.g. 云旅投 */
  readonly word: string;
  /** The office's own rulebook of stages; `RB-MANUAL` unless it has another. */
  readonly internalRulebook: string;
  /** The local rule on top of the law (地方规定), such as `OV-SHANDONG`. */
  readonly overlay?: string;
  /** `internal` where the office follows its own rulebook throughout, whatever the law says (procedure.md 0). */
  readonly procedure?: Governs;
  /** Days that it works or rests against the general calendar. */
  readonly ownDays?: readonly OfficeDay[];
  /** How it is reached; stands on its notices. */
  readonly contact?: OfficeContact;
  /** Classes of retention of its volumes, the usual one first; ten years where it sets none (A16). */
  readonly retention?: readonly Retention[];
}

const TEN_YEARS: Retention = { class: '定期10年', years: 10 };

/** What decisions on the office's cases look at. */
export function profileOf({ contact, retention = [TEN_YEARS] }: Partial<Office>): OfficeProfile {
  return { ...(contact ? { contact } : {}), retention };
}

/** The offices this installation serves. */
export abstract class Offices {
  /** Throws for an unknown id: a token named an office that is not configured. */
  abstract office(id: string): Office;

  abstract all(): readonly Office[];

  /** Whether this installation serves the office. */
  knows(id: string): boolean {
    try {
      return this.office(id).id === id;
    } catch {
      return false;
    }
  }
}
