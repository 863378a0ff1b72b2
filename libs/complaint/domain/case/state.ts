import type { Day, Instant, Sealed } from '#kernel';
import type { Archive } from '../archive/facts.js';
import type { Waiver } from '../claims/facts.js';
import type { Callback, ImpossibleCall } from '../callbacks/facts.js';
import type { Closing, Reopening } from '../closing/facts.js';
import type { Correction } from '../corrections/facts.js';
import type { CaseDocument, OralNotice } from '../documents/documents.js';
import type { ImmediateAction, Revocation, Withdrawal } from '../ending/facts.js';
import type { Extension } from '../extension/facts.js';
import type { ComplaintLink } from '../links/facts.js';
import type { EnforcementLead, NonCooperation, Responsibility } from '../findings/facts.js';
import type { Clock } from '../clocks/clock.js';
import type { Attachment } from '../evidence/facts.js';
import type { CasePause } from '../pauses/facts.js';
import type { Decision, Registration, Review, SupplementItem } from '../intake/facts.js';
import type { Duty, HandedOver, Handover, Round } from '../handover/facts.js';
import type { Designation, Dispute, JurisdictionRecord } from '../jurisdiction/facts.js';
import type { Phase } from './phase.js';
import type { Deposit } from '../deposit/facts.js';
import type { Investigation } from '../investigation/facts.js';
import type { Mediation } from '../mediation/facts.js';
import type { Ruling, Termination } from '../outcome/facts.js';
import type { Agent, Recusal } from '../people/facts.js';
import type { Reply } from '../reply/facts.js';
import type { Settlement } from '../settlement/facts.js';
import type { Urge } from '../supervision/facts.js';
import type { RulebooksEvents } from '../rulebooks/events.js';
import type { RespondentSide } from '../respondent/facts.js';

export { PHASES, type Phase } from './phase.js';

export interface Supplement {
  readonly items: readonly SupplementItem[];
  /** What exactly was asked for, and what was said of each part that came. */
  readonly note: Sealed;
  readonly notes: readonly Sealed[];
  readonly requestedAt: Instant;
  /** What has come so far. */
  readonly received: readonly SupplementItem[];
  /** When the first part came. */
  readonly receivedAt?: Instant;
  readonly overdue: boolean;
}

export interface Disclosure {
  readonly by: string;
  readonly subject: string;
  readonly day: Day;
  readonly purpose: Sealed;
}

/** A review that the leader sent back, with the reason. */
export interface ReviewReturn {
  readonly by: string;
  readonly at: Instant;
  readonly reason: Sealed;
}

interface Case {
  readonly registration: Registration;
  /** How it was moved to other rulebooks than those of its registration. */
  readonly moves?: readonly RulebooksEvents['RulebookMigrated'][];
  readonly clocks: readonly Clock[];
  readonly supplements: readonly Supplement[];
  readonly documents: readonly CaseDocument[];
  /** Pauses of the case with what they rest on. */
  readonly pauses?: readonly CasePause[];
  /** What was recorded wrongly, oldest correction first. The facts stand corrected. */
  readonly corrections?: readonly Correction[];
  /** More time asked for its terms, with what was answered. */
  readonly extensions?: readonly Extension[];
  /** Who has the review in hand. */
  readonly reviewer?: string;
  readonly returns?: readonly ReviewReturn[];
  /** Who has seen whose contact in full, on which day in China. */
  readonly disclosures?: readonly Disclosure[];
  /** Calls owed to the complainant, those that were made among them. */
  readonly callbacks?: readonly Callback[];
  /** Calls that are owed and that nobody can make. */
  readonly impossibleCalls?: readonly ImpossibleCall[];
  /** Files in the case, those that were struck among them. */
  readonly attachments?: readonly Attachment[];
  /** Those who act for complainants, with what became of their authority. */
  readonly agents?: readonly Agent[];
  /** Who speaks for a joint complaint now, where that has changed since registration. */
  readonly representatives?: readonly string[];
  /** What the operator complained of did, from when it did something or was named by the handler. */
  readonly respondentSide?: RespondentSide;
  /** Requests that somebody stand aside, and what was decided. */
  readonly recusals?: readonly Recusal[];
  /** Everybody who ever reported on this case to the leader. */
  readonly reviewers: readonly string[];
  readonly oralNotices?: readonly OralNotice[];
  readonly withdrawal?: Withdrawal;
  /** What the complainants ask for no more, in the order in which it was recorded. */
  readonly waivers?: readonly Waiver[];
  readonly leads?: readonly EnforcementLead[];
  /** Complaints that this one was linked to, those that were parted again too. */
  readonly links?: readonly ComplaintLink[];
  readonly nonCooperation?: readonly NonCooperation[];
  readonly responsibilities?: readonly Responsibility[];
  readonly archive?: Archive;
  readonly reopenings?: readonly Reopening[];
  readonly jurisdiction?: JurisdictionRecord;
  readonly disputes?: readonly Dispute[];
  readonly designation?: Designation;
  /** Earlier decisions that came to nothing, the oldest first. */
  readonly earlier?: readonly Round[];
  /** What is known of it at the office or department that it went to. */
  readonly handover?: Handover;
  /** What is owed to the office that it came from. */
  readonly duty?: Duty;
  readonly handedOver?: HandedOver;
  readonly urges?: readonly Urge[];
}

interface Reviewed extends Case {
  readonly review: Review;
}

/** After the leader's decision. */
export interface DecidedCase extends Reviewed {
  readonly decision: Decision;
  readonly handlers: readonly string[];
  /** Without `requestedBy`: approved in one act with the acceptance (A03). */
  readonly filing?: {
    readonly requestedBy?: string;
    readonly report?: Sealed;
    readonly approvedBy?: string;
  };
  readonly reply?: Reply;
  readonly replyOverdueAt?: Instant;
  readonly investigation?: Investigation;
  /** Every settlement ever reported; the last counts unless it was found not to stand. */
  readonly settlements?: readonly Settlement[];
  /** The time to report a settlement ran out: mediation is to be offered (G24). */
  readonly settlementOverdueAt?: Instant;
  readonly mediation?: Mediation;
  readonly ruling?: Ruling;
  readonly termination?: Termination;
  readonly deposit?: Deposit;
  readonly concludedAt?: Instant;
  /** What the lower office or the other department reported, or why the office no longer waits for it. */
  readonly result?: Sealed;
  readonly revocation?: Revocation;
  readonly immediateAction?: ImmediateAction;
  /** Every closing form with what became of it, the last one last. */
  readonly closings?: readonly Closing[];
}

type Undecided = 'registered' | 'under-review' | 'awaiting-supplement' | 'awaiting-designation';
type InPhase<P extends Phase, C extends Case> = C & { readonly phase: P };

/** A complaint, as far as its history goes. Which facts can be read depends on the phase. */
export type Complaint =
  | { readonly phase: 'unregistered' }
  | InPhase<Undecided, Case>
  | InPhase<'awaiting-approval', Reviewed>
  /** Withdrawn or gone elsewhere before the decision, and put away. */
  | InPhase<'withdrawn' | 'handed-over' | 'archived', Case | Reviewed>
  | InPhase<Exclude<Phase, Undecided | 'awaiting-approval'>, DecidedCase>;

export type RegisteredComplaint = Exclude<Complaint, { readonly phase: 'unregistered' }>;
export type DecidedComplaint = Extract<Complaint, { readonly decision: Decision }>;

/** What was asked for last and has not come. */
export function outstanding(state: RegisteredComplaint): SupplementItem[] {
  const asked = state.supplements.at(-1);
  return asked ? asked.items.filter((item) => !asked.received.includes(item)) : [];
}

export function isDecided(state: Complaint): state is DecidedComplaint {
  return 'decision' in state;
}

/**
 * The newest document of a kind, about the same thing, that no later draft has replaced: the one by which the case goes,
 * also when it was served anew with the right names.
 */
export function currentDocument(
  state: RegisteredComplaint,
  kind: CaseDocument['kind'],
  about?: string,
): CaseDocument | undefined {
  return state.documents.findLast(
    ({ kind: of, about: which, superseded, inPlaceOf }) =>
      of === kind && which === about && !superseded && inPlaceOf === undefined,
  );
}
