import type { Day, Instant, Sealed } from '#kernel';
import type { Party } from '../case/parties.js';

/** A party asks for mediation (申请调解, G27). */
export interface MediationRequest {
  readonly party: Party;
  readonly requestedAt: Instant;
  readonly recordedBy: string;
}

/** A session to which the parties are called (调解通知书, D12). */
export interface SessionCall {
  readonly sessionId: string;
  /** When to come. */
  readonly appointedFor: Instant;
  readonly place: Sealed;
}

/** A session of mediation with its record (调解笔录, G28). */
export interface Session {
  readonly sessionId: string;
  readonly heldAt: Instant;
  readonly place: Sealed;
  readonly present: readonly Party[];
  readonly proposals: Sealed;
  /** What each side said to them. */
  readonly positions: Readonly<Partial<Record<Party, Sealed>>>;
  readonly recordedBy: string;
}

/** What both sides agreed to (调解协议, G29). Money in 分. */
export interface Agreement {
  readonly agreedAt: Instant;
  readonly terms: Sealed;
  readonly amountFen: number;
  /** Last day of payment; absent where nothing is to be paid. */
  readonly payBy?: Day;
  /** Subjects of the complainants, and ids of their agents, who signed: for all of them (G53). */
  readonly complainants: readonly string[];
  /** The respondent has signed. */
  readonly respondent: boolean;
  readonly by: string;
}

/** Why mediation fails. `term-over`: its time has run out (G35, A08); only the case itself says so. */
export const MEDIATION_FAILURES = [
  'no-agreement',
  'party-declines',
  'party-absent',
  'not-requested',
  'term-over',
] as const;
export type MediationFailure = (typeof MEDIATION_FAILURES)[number];

/** Mediation has failed (调解不成). */
export interface Failure {
  readonly failedAt: Instant;
  readonly reason: MediationFailure;
  /** Absent when the time has run out. */
  readonly by?: string;
  readonly note?: Sealed;
}

/** The mediation of a case (调解). */
export interface Mediation {
  readonly requests: readonly MediationRequest[];
  readonly mediators: readonly string[];
  readonly openedAt?: Instant;
  readonly calls: readonly SessionCall[];
  readonly sessions: readonly Session[];
  readonly agreement?: Agreement;
  readonly failure?: Failure;
}
