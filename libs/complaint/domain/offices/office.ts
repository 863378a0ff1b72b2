import type { Division } from '#kernel';
import type { OfficeDay, OfficeHours } from '#calendar';
import type { Governs } from '#rulebook';
import type { Retention } from '../archive/facts.js';

/** Levels of offices (省、市、县), from above. */
export const LEVELS = ['province', 'city', 'county'] as const;
export type Level = (typeof LEVELS)[number];

/** How an office is reached. A public authority, so in clear. */
export interface OfficeContact {
  readonly phone?: string;
  readonly address?: string;
}

/** What the product needs to know of an office (旅游投诉处理机构): its name, its place, its rulebooks. */
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
  /** When it is open on a working day; from 09:00 to 17:00 where it does not say. */
  readonly officeHours?: OfficeHours;
  /** How it is reached; stands on its notices. */
  readonly contact?: OfficeContact;
  /** Classes of retention of its volumes, the usual one first; ten years where it sets none (A16). */
  readonly retention?: readonly Retention[];
  readonly level: Level;
  /** The area it is for. */
  readonly division: Division;
  /** Id of the superior office (上级机构); absent at the top. */
  readonly parent?: string;
}
