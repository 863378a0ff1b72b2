import type { Instant, Sealed } from '#kernel';
import type { CaseDocument, OralNotice } from '../documents/documents.js';
import type { Decision, Review } from '../intake/facts.js';
import type { JurisdictionRecord } from '../jurisdiction/facts.js';
import type { CaseAt, HandoverKind } from './origin.js';

/** The case at the office that has it now. */
export interface ReceivingCase extends CaseAt {
  readonly kind: HandoverKind;
  readonly number: string;
  readonly openedAt: Instant;
}

/** What an office told of the case that it got. */
export interface Report {
  readonly reportedAt: Instant;
  readonly result: Sealed;
  /** Not enough: sent back with this reason (G12). */
  readonly returned?: { readonly by: string; readonly at: Instant; readonly reason: Sealed };
}

/** The lower office asks for more time, which in a deposit case takes the referrer's consent (A15). */
export interface MoreTime {
  /** Calendar days. */
  readonly days: number;
  readonly reason: Sealed;
  readonly askedAt: Instant;
  readonly answer?: {
    readonly granted: boolean;
    readonly by: string;
    readonly at: Instant;
    readonly reason?: Sealed;
  };
}

/** The slip by which a department says that it has the file (回执, G13). */
export interface TransferReceipt {
  readonly receivedAt: Instant;
  readonly receivedBy: Sealed;
  readonly number: string;
}

/** What is known here of the case since it went to the office or department that has it now. */
export interface Handover {
  readonly receiving?: ReceivingCase;
  readonly receipt?: TransferReceipt;
  /** Reports that were sent back. The one that stands is the case's result. */
  readonly reports: readonly Report[];
  /** Who reported last. */
  readonly from?: CaseAt;
  readonly moreTime?: MoreTime;
}

/** How an earlier decision came to nothing. */
export interface Undone {
  readonly how: 'returned' | 'recalled' | 'report-returned';
  readonly at: Instant;
  /** The office that sent it back, where it is one of this installation. */
  readonly office?: string;
  readonly reason?: Sealed;
}

/** An earlier decision and what was done by it, kept when the case was taken up again. */
export interface Round {
  readonly review: Review;
  readonly jurisdiction?: JurisdictionRecord;
  readonly decision: Decision;
  readonly handlers: readonly string[];
  readonly documents: readonly CaseDocument[];
  readonly handover?: Handover;
  readonly oralNotices?: readonly OralNotice[];
  /** What was reported on it, where something was. */
  readonly concludedAt?: Instant;
  readonly result?: Sealed;
  readonly undone: Undone;
}

/** What this office owes to the one that sent it the case. */
export interface Duty {
  readonly reports: readonly Report[];
  readonly moreTime?: MoreTime;
}

/** Why the case went on elsewhere, its record here staying as it is. */
export interface HandedOver {
  readonly how: 'returned' | 'recalled' | 'reassigned' | 'designated' | 'withdrawn';
  readonly at: Instant;
  readonly by: string;
  /** Where it went on. */
  readonly to?: string;
  readonly reason?: Sealed;
}
