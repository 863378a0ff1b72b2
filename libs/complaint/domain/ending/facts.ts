import type { Instant, Sealed } from '#kernel';
import type { RevocationGround } from '#rulebook';

/** How a complainant takes the complaint back (撤回方式): in writing, or by word of mouth, recorded. */
export const WITHDRAWAL_FORMS = ['written', 'oral-recorded'] as const;
export type WithdrawalForm = (typeof WITHDRAWAL_FORMS)[number];

/** The complainant's own withdrawal (撤回投诉, G61, A14). */
export interface Withdrawal {
  readonly declaredAt: Instant;
  readonly form: WithdrawalForm;
  /** Subjects of complainants, and ids of agents with that power, who declared it or agreed: for all of them (G53). */
  readonly consents: readonly string[];
  /** What they said. */
  readonly statement?: Sealed;
  readonly recordedBy: string;
}

/** The filing revoked by the office (撤销立案, G36, A13). */
export interface Revocation {
  readonly by: string;
  readonly revokedAt: Instant;
  readonly ground: RevocationGround;
  readonly evidence: readonly Sealed[];
  readonly reason: Sealed;
  /** Where the ground stands. */
  readonly rulebook: string;
  readonly article: string;
}

/** A wrong stopped or put right at once, without filing form and notices (即时制止, G54). */
export interface ImmediateAction {
  readonly by: string;
  readonly actedAt: Instant;
  /** What was clear. */
  readonly facts: Sealed;
  readonly measure: Sealed;
  readonly result: Sealed;
  /** What allows it. */
  readonly rulebook: string;
  readonly article: string;
}
