import type { Division } from '#kernel';

/** Levels of offices (省、市、县), from above. */
export const LEVELS = ['province', 'city', 'county'] as const;
export type Level = (typeof LEVELS)[number];

/** What the product needs to know of an office (旅游投诉处理机构): its name, its place, its rulebook. */
export interface Office {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** 机关代字, e.g. 云旅投 */
  readonly word: string;
  /** The office's own rulebook of stages; `RB-MANUAL` unless it has another. */
  readonly internalRulebook: string;
  readonly level: Level;
  /** The area it is for. */
  readonly division: Division;
  /** Id of the superior office (上级机构); absent at the top. */
  readonly parent?: string;
}
