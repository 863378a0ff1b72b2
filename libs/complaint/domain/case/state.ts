import type { Day, Instant, Sealed } from '#kernel';
import type { CaseDocument } from '../documents/documents.js';
import type { Clock } from '../clocks/clock.js';
import type { Agent, Recusal } from '../people/facts.js';
import type { Decision, Registration, Review, SupplementItem } from '../intake/facts.js';
import type { Reply } from '../reply/facts.js';

/** Where a complaint stands (案件状态). */
export const PHASES = [
  'registered',
  'under-review',
  'awaiting-supplement',
  'awaiting-approval',
  'accepted',
  'filed',
  'awaiting-reply',
  'under-investigation',
  'rejected',
  'rejection-served',
  'transferred-out',
  'transfer-concluded',
  'referred-down',
  'referral-concluded',
] as const;
export type Phase = (typeof PHASES)[number];

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
  readonly clocks: readonly Clock[];
  readonly supplements: readonly Supplement[];
  readonly documents: readonly CaseDocument[];
  /** Who has the review in hand. */
  readonly reviewer?: string;
  readonly returns?: readonly ReviewReturn[];
  /** Who has seen whose contact in full, on which day in China. */
  readonly disclosures?: readonly Disclosure[];
  /** Those who act for complainants, with what became of their authority. */
  readonly agents?: readonly Agent[];
  /** Who speaks for a joint complaint now, where that has changed since registration. */
  readonly representatives?: readonly string[];
  /** Requests that somebody stand aside, and what was decided. */
  readonly recusals?: readonly Recusal[];
  /** Everybody who ever reported on this case to the leader. */
  readonly reviewers: readonly string[];
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
  readonly concludedAt?: Instant;
  /** What the lower office or the other department reported. */
  readonly result?: Sealed;
}

type InPhase<P extends Phase, C extends Case> = C & { readonly phase: P };

/** A complaint, as far as its history goes. Which facts can be read depends on the phase. */
export type Complaint =
  | { readonly phase: 'unregistered' }
  | InPhase<'registered' | 'under-review' | 'awaiting-supplement', Case>
  | InPhase<'awaiting-approval', Reviewed>
  | InPhase<
      | 'accepted'
      | 'filed'
      | 'awaiting-reply'
      | 'under-investigation'
      | 'rejected'
      | 'rejection-served'
      | 'transferred-out'
      | 'transfer-concluded'
      | 'referred-down'
      | 'referral-concluded',
      DecidedCase
    >;

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

/** The newest document of a kind that no later draft has replaced. */
export function currentDocument(
  state: RegisteredComplaint,
  kind: CaseDocument['kind'],
): CaseDocument | undefined {
  return state.documents.findLast((document) => document.kind === kind && !document.superseded);
}
