import type { Instant, Sealed } from '#kernel';
import type { RevocationGround } from '#rulebook';
import type { WithdrawalForm } from './facts.js';

/** Ends that come before an outcome: withdrawal, revocation, action at once (撤回、撤销立案、即时制止). */
export interface EndingCommands {
  WithdrawComplaint: {
    readonly declaredAt?: Instant;
    readonly form: WithdrawalForm;
    readonly consents: readonly string[];
    readonly statement?: Sealed;
  };
  RevokeFiling: {
    readonly revokedAt?: Instant;
    readonly ground: RevocationGround;
    readonly evidence: readonly Sealed[];
    readonly reason: Sealed;
  };
  RecordImmediateAction: {
    readonly actedAt?: Instant;
    readonly facts: Sealed;
    readonly measure: Sealed;
    readonly result: Sealed;
  };
}
