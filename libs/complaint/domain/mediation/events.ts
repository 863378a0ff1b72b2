import type { Instant } from '#kernel';
import type { Agreement, Failure, MediationRequest, Session, SessionCall } from './facts.js';

/** The office mediates between the parties (行政调解). */
export interface MediationEvents {
  MediationRequested: MediationRequest;
  MediationOpened: { readonly mediators: readonly string[]; readonly by: string; readonly openedAt: Instant };
  MediationSessionCalled: SessionCall & { readonly by: string; readonly calledAt: Instant };
  MediationSessionHeld: Session;
  MediationAgreed: Agreement;
  MediationFailed: Failure;
}
