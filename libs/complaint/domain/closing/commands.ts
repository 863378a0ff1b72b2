import type { Instant, Sealed } from '#kernel';
import type { ClosingForm, ReopeningCause } from './facts.js';

/** Closing with the leader's approval, and taking up again (结案、重新办理). */
export interface ClosingCommands {
  RequestClosing: ClosingForm;
  /** `followUpId`: of the call that is owed after the closing (H10). */
  ApproveClosing: { readonly opinion?: Sealed; readonly followUpId: string };
  ReturnClosing: { readonly reason: Sealed };
  ReopenCase: {
    readonly reopenedAt?: Instant;
    readonly cause: ReopeningCause;
    readonly reason: Sealed;
    readonly department: string;
    readonly person: string;
  };
}
