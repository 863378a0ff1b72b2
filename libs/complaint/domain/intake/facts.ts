import type { Day, Division, Instant, Sealed } from '#kernel';
import type { Governs } from '#rulebook';
import type { Origin } from '../handover/origin.js';

/** How the complaint reached the office (投诉渠道). */
export const CHANNELS = [
  'phone',
  'visit',
  'letter',
  'online',
  'hotline-12345',
  'transferred',
  'media',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Kind of operator complained of (被投诉人类别). */
export const RESPONDENT_KINDS = [
  'travel-agency',
  'hotel',
  'scenic-area',
  'restaurant',
  'transport',
  'taxi',
  'shop',
  'other',
] as const;
export type RespondentKind = (typeof RESPONDENT_KINDS)[number];

/** Acceptance scope S1–S6 (受理范围, G05). */
export const SCOPES = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'] as const;
export type Scope = (typeof SCOPES)[number];

/** Grounds of rejection R1–R6 (不予受理理由, G51). */
export const REJECTION_REASONS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** Other remedies that a rejection names (其他救济途径). */
export const REMEDIES = [
  'civil-action',
  'arbitration',
  'other-department',
  'consumer-association',
  'complain-again-with-new-facts',
] as const;
export type Remedy = (typeof REMEDIES)[number];

/** The four conditions of acceptance (受理条件, G06). */
export const CONDITIONS = [
  'direct-interest',
  'identified-respondent-and-concrete-claim',
  'complete-complaint-form',
  'evidence-reasonably-complete',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Whose matter it is (管辖, G04). */
export const JURISDICTIONS = [
  'own-level',
  'lower-level',
  'other-tourism-office',
  'other-department',
] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** What the leader may decide (G09). */
export const OUTCOMES = ['accept', 'reject', 'transfer', 'refer-down'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a complaint can lack (补正事项, G08). */
export const SUPPLEMENT_ITEMS = [
  'complainant-identity',
  'contact',
  'respondent-identity',
  'facts',
  'claim',
  'evidence',
  'translation',
  'power-of-attorney',
  'signature',
] as const;
export type SupplementItem = (typeof SUPPLEMENT_ITEMS)[number];

/** A complainant (投诉人, G02). Who he or she is stands sealed under the person's own key. */
export interface Complainant {
  readonly subject: string;
  readonly name?: Sealed;
  readonly sex?: Sealed;
  readonly nationality?: Sealed;
  readonly address?: Sealed;
  readonly postcode?: Sealed;
  readonly phone?: Sealed;
}

/** The operator complained of (被投诉人): a business, so in clear. */
export interface Respondent {
  readonly name: string;
  readonly kind?: RespondentKind;
  readonly place?: string;
  /** Where it has its seat (被投诉人所在地、经营者住所地). */
  readonly division?: Division;
  readonly licence?: string;
  /** Id of the operator of the installation that has this licence. */
  readonly operator?: string;
}

/** The travel contract (旅游合同). Money in 分. */
export interface Contract {
  readonly number?: string;
  readonly signedAt?: Day;
  readonly signedPlace?: string;
  /** 合同签订地 */
  readonly signedDivision?: Division;
  readonly endedOn?: Day;
  readonly totalFen?: number;
  readonly persons?: number;
  readonly outbound?: boolean;
}

/** One thing asked for (请求事项). `details` are the figures that the calculator will want: 分, nights, days. */
export interface Claim {
  readonly kind: string;
  readonly details: Readonly<Record<string, number | string | readonly Readonly<Record<string, number>>[]>>;
}

/** Everything the register entry holds (旅游投诉登记表, G01, G02). */
export interface Registration {
  readonly complaintId: string;
  /** 投诉编号, gapless per office and year. */
  readonly number: string;
  readonly office: string;
  readonly channel: Channel;
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly registeredBy: string;
  readonly complainants: readonly Complainant[];
  /** Subjects of the one to three representatives of a joint complaint. */
  readonly representatives: readonly string[];
  readonly respondent: Respondent;
  readonly contract?: Contract;
  /** Where the harm was done or felt, or the dispute arose (损害行为发生地、纠纷发生地). */
  readonly harmDivision?: Division;
  readonly facts: Sealed;
  readonly claims: readonly Claim[];
  readonly evidence: readonly Sealed[];
  /** Those of the office, and the law on the day of receipt. */
  readonly rulebooks: PinnedRulebooks;
  /** How it came here from another office of this installation. */
  readonly origin?: Origin;
}

/** The rulebooks of a case, each by its id (deadlines.md 1). */
export interface PinnedRulebooks {
  /** The office's own chain (内部规程). */
  readonly internal: string;
  /** The law (法定规则). */
  readonly statutory: string;
  /** A local rule on top of the law (地方规定), where the office has one. */
  readonly overlay?: string;
  /** Whose procedure is followed; the law's unless the office runs wholly on its own manual. */
  readonly procedure?: Governs;
}

/** One claim's limitation (投诉时效, G07, A06, A07), reckoned by the statutory rulebook. */
export interface ClaimLimitation {
  /** Index in the registered claims. */
  readonly claim: number;
  readonly class: 'deposit' | 'other';
  /** The day it runs from: end of contract, of the performance period, the harmful fact … by rulebook. */
  readonly startedOn: Day;
  readonly startBasis?: string;
  readonly lastDay?: Day;
  readonly inTime: boolean;
  readonly article?: string;
  readonly verification?: string;
}

/** The preliminary review (初审) with its four points (G03–G07). */
export interface Review {
  readonly reviewedBy: string;
  readonly completedAt: Instant;
  readonly jurisdiction: Jurisdiction;
  /** Named office or department when the matter is not ours. */
  readonly competent?: string;
  /** Its id, where it is an office of this installation. */
  readonly competentOffice?: string;
  readonly scope: readonly Scope[];
  readonly unmetConditions: readonly Condition[];
  readonly limitation: readonly ClaimLimitation[];
  readonly recommendation: Outcome;
  readonly opinion: Sealed;
}

/** The leader's decision (审批决定, G09). */
export interface Decision {
  readonly outcome: Outcome;
  readonly decidedBy: string;
  readonly decidedAt: Instant;
  readonly opinion?: Sealed;
  readonly reasons: readonly RejectionReason[];
  readonly remedies: readonly Remedy[];
  /** Claims left out because they came too late while others are in time (A07). */
  readonly claimsOutOfTime: readonly number[];
  /** The lower office or other department that gets the case. */
  readonly receiver?: string;
  /** Its id, where it is an office of this installation: a case is then opened there. */
  readonly receiverOffice?: string;
  /** Whether the case could be paid from the deposit (A05). */
  readonly caseClass: 'deposit' | 'other';
}
