import type { Day, Instant, Sealed } from '#kernel';
import type { DocumentKind, ServiceMethod } from '../documents/documents.js';
import type { Channel, Claim, Complainant, Respondent } from '../intake/facts.js';

/** Records of which something can be corrected, by the event that holds them. */
export const CORRECTABLE = [
  'ComplaintRegistered',
  'DocumentServed',
  'ServiceAttempted',
  'RespondentReplied',
  'CasePaused',
  'CaseResumed',
] as const;
export type CorrectableRecord = (typeof CORRECTABLE)[number];

/**
 * What of the respondent was recorded wrongly. `operator` follows the licence: id of the operator of the installation
 * that has the right one, null where none has it.
 */
export interface CorrectedRespondent extends Partial<
  Pick<Respondent, 'name' | 'place' | 'licence' | 'kind' | 'division'>
> {
  readonly operator?: string | null;
}

/** What can be corrected of one record or another, each in its own words. */
export interface CorrectedFields {
  readonly receivedAt?: Instant;
  readonly channel?: Channel;
  /** All claims, of the same kinds in the same order, with the right figures. */
  readonly claims?: readonly Claim[];
  /** Who somebody is and where to be reached: of each complainant only what was wrong, under that person's own key. */
  readonly complainants?: readonly Complainant[];
  readonly respondent?: CorrectedRespondent;
  readonly servedAt?: Instant;
  readonly method?: ServiceMethod;
  readonly attemptedAt?: Instant;
  readonly startedAt?: Instant;
  /** The day until which both parties had asked for time. */
  readonly until?: Day;
  readonly endedAt?: Instant;
}
export type CorrectedField = keyof CorrectedFields;

/** One record of a case: which one of its kind. */
export interface Target {
  readonly record: CorrectableRecord;
  readonly documentId?: string;
  /** Of that document. */
  readonly kind?: DocumentKind;
  readonly pauseId?: string;
  /** Of several failed attempts to serve the document, from 0. */
  readonly attempt?: number;
}

/** What was recorded wrongly, and what is right (更正). The record itself stays in the history as it is. */
export interface Correction extends Target {
  readonly correctionId: string;
  /** Place of the corrected record in the history. */
  readonly revision: number;
  readonly was: CorrectedFields;
  readonly is: CorrectedFields;
  /** Whether the respondent's answer is late, where that proves to be otherwise (G19). */
  readonly replyLate?: boolean;
  readonly reason: Sealed;
  readonly by: string;
  readonly at: Instant;
}
