import type { Instant, Sealed } from '#kernel';
import type { ExtensionGranter } from '#rulebook';
import type { Clock } from '../clocks/clock.js';

/** What became of a request for more time. */
export interface ExtensionAnswer {
  readonly granted: boolean;
  /** Who granted it, or recorded what a superior outside this installation wrote. */
  readonly by: string;
  /** The office whose leave it is. */
  readonly byOffice: string;
  readonly decidedAt: Instant;
  readonly reason?: Sealed;
  /** 文号 of the superior's letter, where it came as one. */
  readonly letter?: string;
}

/** A request for more time for one term (延期审批表, A11), and its answer. */
export interface Extension {
  readonly extensionId: string;
  readonly clock: string;
  readonly code: Clock['code'];
  /** Whose leave the rulebook asks for. */
  readonly granter: ExtensionGranter;
  /** In the term's own unit. */
  readonly days: number;
  readonly reason: Sealed;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly answer?: ExtensionAnswer;
}
