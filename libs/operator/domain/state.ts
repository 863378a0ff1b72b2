import type { Day, Instant, Sealed } from '#kernel';
import type {
  AcceptanceNotice,
  Archive,
  Change,
  Investigation,
  Mediation,
  Outcome,
  Registration,
  Supplement,
} from './facts.js';

/** Where a direct complaint stands. */
export const PHASES = [
  'received',
  'items-awaited',
  'accepted',
  'declined',
  'in-hand',
  'investigated',
  'resolved',
  'archived',
  'destruction-proposed',
  'destroyed',
] as const;
export type Phase = (typeof PHASES)[number];

/** A record with the id by which it can be put right. */
export type Recorded<Facts> = Facts & { readonly recordId: string; readonly by: string };

export interface Correction {
  readonly correctionId: string;
  readonly by: string;
  readonly at: Instant;
  readonly reason: Sealed;
  readonly of: Change['of'];
  readonly recordId?: string;
}

export interface Disclosure {
  readonly by: string;
  readonly day: Day;
  readonly purpose: Sealed;
}

/** A proposal to destroy the file, and what became of it. */
export interface DestructionProposal {
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly reason: Sealed;
  readonly refusedBy?: string;
  readonly refusal?: Sealed;
  readonly approvedBy?: string;
  readonly destroyedAt?: Instant;
}

/** A direct complaint as it has been received, as far as its history goes. */
export interface ReceivedComplaint {
  readonly phase: Phase;
  readonly registration: Registration;
  readonly notices: readonly AcceptanceNotice[];
  readonly supplements: readonly Supplement[];
  /** Who is responsible for it (承办责任人, B05). */
  readonly responsible?: string;
  readonly investigations: readonly Recorded<Investigation>[];
  readonly mediations: readonly Recorded<Mediation>[];
  readonly outcome?: Outcome & { readonly by: string };
  readonly archive?: Archive;
  readonly destructions: readonly DestructionProposal[];
  readonly corrections: readonly Correction[];
  readonly disclosures: readonly Disclosure[];
}

export type DirectComplaint = { readonly phase: 'unreceived' } | ReceivedComplaint;

export function isReceived(state: DirectComplaint): state is ReceivedComplaint {
  return state.phase !== 'unreceived';
}
