import type { Instant, Sealed } from '#kernel';

/**
 * How two complaints belong together (关联投诉): the same matter brought a second time, through another channel or
 * again (重复投诉), or one of many people hurt by the same thing (同一事由, 串案).
 */
export const LINK_KINDS = ['duplicate', 'same-matter'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** What two complaints can have in common. */
export const LIKENESS_TRAITS = [
  'phone',
  'complainant',
  'respondent',
  'contract',
  'claim',
  'received-near',
] as const;
export type LikenessTrait = (typeof LIKENESS_TRAITS)[number];

/** How alike two complaints are, in points of 100, each point explained. */
export interface Likeness {
  readonly score: number;
  readonly parts: readonly { readonly trait: LikenessTrait; readonly points: number; readonly of: number }[];
}

/** A link, recorded on the later complaint; both go on under their own clocks. */
export interface ComplaintLink {
  readonly linkId: string;
  readonly kind: LinkKind;
  /** The complaint it is linked to, and its number. */
  readonly to: string;
  readonly toNumber: string;
  /** As it was reckoned when the link was made. */
  readonly likeness: Likeness;
  readonly reason: Sealed;
  readonly by: string;
  readonly at: Instant;
  readonly ended?: { readonly by: string; readonly at: Instant; readonly reason: Sealed };
}
