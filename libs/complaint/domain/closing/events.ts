import type { Instant, Sealed } from '#kernel';
import type { Phase } from '../case/state.js';
import type { ClosingForm, Reopening } from './facts.js';

/** Closing with the leader's approval, and taking up again (结案、重新办理). */
export interface ClosingEvents {
  ClosingRequested: ClosingForm & { readonly by: string; readonly at: Instant; readonly way: Phase };
  ClosingApproved: { readonly by: string; readonly at: Instant; readonly opinion?: Sealed };
  /** `to`: the phase that the closing was asked for in, and in which the case goes on. */
  ClosingReturned: {
    readonly by: string;
    readonly at: Instant;
    readonly reason: Sealed;
    readonly to: Phase;
  };
  /** Closed only after the approval (G38). */
  CaseClosed: { readonly at: Instant };
  CaseReopened: Omit<Reopening, 'course'>;
}
