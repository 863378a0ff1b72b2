import type { Instant, Sealed } from '#kernel';
import type { Party } from '../case/parties.js';
import type { Agreement, MediationFailure, Session, SessionCall } from './facts.js';

/** The office mediates between the parties (行政调解). */
export interface MediationCommands {
  RequestMediation: { readonly party: Party; readonly requestedAt?: Instant };
  OpenMediation: { readonly mediators: readonly string[]; readonly openedAt?: Instant };
  CallSession: SessionCall;
  HoldSession: Omit<Session, 'heldAt' | 'recordedBy'> & { readonly heldAt?: Instant };
  AgreeMediation: Omit<Agreement, 'agreedAt' | 'by'> & { readonly agreedAt?: Instant };
  FailMediation: {
    readonly reason: Exclude<MediationFailure, 'term-over'>;
    readonly note: Sealed;
    readonly failedAt?: Instant;
  };
}
