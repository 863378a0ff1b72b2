import type { Day, Instant, Sealed } from '#kernel';

/** How a complaint reaches the operator (投诉方式, B01). */
export const WAYS = ['phone', 'visit', 'letter'] as const;
export type Way = (typeof WAYS)[number];

/** What a record of intake must hold (B02–B04). */
export const RECORD_ITEMS = ['complainant-name', 'contact', 'respondent', 'claim', 'explanation'] as const;
export type RecordItem = (typeof RECORD_ITEMS)[number];

/** What a complaint can lack (补正事项, B04). */
export const MISSING_ITEMS = [
  'complainant-identity',
  'contact',
  'respondent',
  'facts',
  'claim',
  'evidence',
  'signature',
] as const;
export type MissingItem = (typeof MISSING_ITEMS)[number];

/** What the complainant is told (B04). */
export const ANSWERS = ['accepted', 'declined', 'items-missing'] as const;
export type AcceptanceAnswer = (typeof ANSWERS)[number];

/** How the complainant was reached (联系方式, B04). */
export const CONTACT_WAYS = ['phone', 'message', 'letter', 'in-person'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** How the matter ended (处理结果, B11): agreed between the two, with headquarters mediating (A24), or not agreed. */
export const OUTCOMES = ['settled', 'mediated', 'not-settled'] as const;
export type OutcomeKind = (typeof OUTCOMES)[number];

/** Years that a file is kept at the least, and unless said otherwise (B12, A16). */
export const SHORTEST_RETENTION = 2;
export const USUAL_RETENTION = 3;

/** Who complains. Everything stands sealed under the person's own key. */
export interface Complainant {
  readonly subject: string;
  readonly name?: Sealed;
  readonly phone?: Sealed;
  readonly address?: Sealed;
}

/** Whom the complaint is about (被投诉人基本情况, B02): a branch or department, and people of the operator by their ids. */
export interface Concerned {
  readonly unit?: string;
  readonly staff: readonly string[];
}

/** What was recorded when the complaint came in (电话记录, 接待记录, 收文登记; B01–B04). */
export interface Intake {
  readonly way: Way;
  readonly receivedAt: Instant;
  readonly complainant: Complainant;
  readonly concerned: Concerned;
  readonly facts: Sealed;
  readonly claim?: Sealed;
  /** What was explained to the visitor, fairly and without leading words (B03). */
  readonly explanation?: Sealed;
}

/** The entry in the operator's own register of direct complaints. */
export interface Registration extends Intake {
  readonly complaintId: string;
  /** 投诉编号, gapless per operator and year. */
  readonly number: string;
  readonly operator: string;
  readonly registeredAt: Instant;
  readonly registeredBy: string;
}

/** What the complainant was told of the acceptance (B04). */
export interface AcceptanceNotice {
  readonly answer: AcceptanceAnswer;
  readonly missing: readonly MissingItem[];
  /** Why it is declined, in writing. */
  readonly reason?: Sealed;
  readonly contact: ContactWay;
  readonly notifiedAt: Instant;
  readonly by: string;
}

/** What the complainant supplied of it (B04). */
export interface Supplement {
  readonly items: readonly MissingItem[];
  readonly note: Sealed;
  readonly receivedAt: Instant;
}

/** One investigation (调查记录, B10). */
export interface Investigation {
  readonly heldAt: Instant;
  /** Ids of the people who investigated; at least two. */
  readonly investigators: readonly string[];
  readonly facts: Sealed;
  readonly evidence: readonly Sealed[];
}

/** Headquarters mediates with a branch: a step inside the operator, without legal effect (A24). */
export interface Mediation {
  readonly heldAt: Instant;
  readonly mediator: string;
  readonly branch: string;
  readonly agreed: boolean;
  readonly record: Sealed;
}

/** The written outcome (解决意见书, B11). */
export interface Outcome {
  readonly kind: OutcomeKind;
  readonly decidedAt: Instant;
  readonly opinion: Sealed;
  /** The written agreement (协商书, B06), where one was reached. */
  readonly agreement?: Sealed;
  /** Paid to the complainant, in 分. */
  readonly paidFen?: number;
}

/** One case, one file (一案一卷, B12). */
export interface Archive {
  readonly archivedAt: Instant;
  readonly by: string;
  readonly retentionYears: number;
  /** The last day on which it must be kept. */
  readonly keepUntil: Day;
}

/** What can be put right in a record; the rest of it stays as it was. */
export type IntakeChange = Partial<
  Pick<Intake, 'receivedAt' | 'complainant' | 'concerned' | 'facts' | 'claim' | 'explanation'>
>;

/** A record put right: which one, and what it says now. */
export type Change =
  | { readonly of: 'intake'; readonly intake: IntakeChange }
  | { readonly of: 'investigation'; readonly recordId: string; readonly investigation: Investigation }
  | { readonly of: 'mediation'; readonly recordId: string; readonly mediation: Mediation }
  | { readonly of: 'outcome'; readonly outcome: Outcome };
