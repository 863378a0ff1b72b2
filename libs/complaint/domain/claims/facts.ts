import type { Instant, Sealed } from '#kernel';
import type { WithdrawalForm } from '../ending/facts.js';

/** Something asked for that the complainants no longer ask for (放弃投诉请求, G53). The claims stay in the register. */
export interface Waiver {
  /** Places in the registered claims, from 0. */
  readonly claims: readonly number[];
  readonly waivedAt: Instant;
  readonly form: WithdrawalForm;
  /** Subjects of complainants, and ids of agents with that power, who waived or agreed: for all of them (G53). */
  readonly consents: readonly string[];
  /** What they said. */
  readonly statement?: Sealed;
  readonly recordedBy: string;
}
