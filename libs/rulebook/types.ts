import type { Day } from '#kernel';
import type { Unit } from '#calendar';
import type { Jurisdiction } from './jurisdiction.js';
import type { Procedure } from './procedure.js';
import type { Verification } from './verification.js';

/** Facts of a case that start a clock. Closed: a rulebook that names another is refused when loaded. */
export const START_FACTS = [
  'complaint-registered',
  'supplement-requested',
  'preliminary-review-completed',
  'acceptance-decided:accept',
  'acceptance-decided:reject',
  'acceptance-decided:transfer',
  'acceptance-decided:refer-down',
  'document-served:D05',
  'document-served:D07',
  'document-published',
  'case-sent-down',
  'referral-received',
  'designation-sought',
  'urged',
  'facts-established',
  'mediation-failed',
  'replenishment-notice-served',
  'case-reopened',
  'case-closed',
  'result-known',
] as const;
export type StartFact = (typeof START_FACTS)[number];

/** Facts of a case that stop a clock. */
export const STOP_FACTS = [
  'supplement-received',
  'preliminary-review-completed',
  'acceptance-decided',
  'acceptance-decided:accept',
  'acceptance-decided:refer-down',
  'document-served:D04',
  'document-served:D05',
  'document-served:D06',
  'document-served:D07',
  'document-served:D08',
  'document-sent:D08',
  'published-document-served',
  'respondent-replied',
  'referral-reported',
  'reported-to-referrer',
  'jurisdiction-designated',
  'urge-answered',
  'settlement-reported',
  'mediation-concluded',
  'ruling-issued',
  'replenishment-proved',
  'case-disposed',
  'followed-up',
  'result-told',
] as const;
export type StopFact = (typeof STOP_FACTS)[number];

export const CLOCK_CODES = [
  'DL-SUPPLEMENT',
  'DL-REVIEW',
  'DL-APPROVE',
  'DL-ACCEPT',
  'DL-REJECT-SERVE',
  'DL-NOTICE-C',
  'DL-NOTICE-R',
  'DL-TRANSFER',
  'DL-REFER-SERVE',
  'DL-REFER-RESULT',
  'DL-CUSTODY',
  'DL-REPORT-BACK',
  'DL-DESIGNATE',
  'DL-URGE',
  'DL-REPLY',
  'DL-SETTLE-REPORT',
  'DL-MEDIATE',
  'DL-RULE',
  'DL-DISPOSE',
  'DL-PUBLICATION',
  'DL-REPLENISH',
  'DL-REOPENED',
  'DL-RESULT-CALL',
  'DL-FOLLOWUP',
] as const;
export type ClockCode = (typeof CLOCK_CODES)[number];

export const PAUSE_REASONS = ['awaiting-supplement', 'expert-appraisal', 'parties-request'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** How much a reason can stop a clock in all, in the clock's own unit. */
export interface PauseCap {
  readonly reason: PauseReason;
  readonly max: number;
}

/** What a miss means; each is done by the case itself when the clock has run out. */
export const CONSEQUENCES = [
  'escalate-to-section-head',
  'escalate-to-superior-of-approver',
  'statutory-breach',
  'supervise',
  'escalate-to-superior-office',
  'note-silence-and-continue',
  'return-to-review',
  'start-mediation',
  'end-mediation',
  'deem-served',
  'enforcement-lead',
] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** Who may grant more time: 上级机构 (A11), or 本机构负责人 where a local rule says so. */
export const EXTENSION_GRANTERS = ['superior-office', 'office-head', 'referrer'] as const;
export type ExtensionGranter = (typeof EXTENSION_GRANTERS)[number];

/** Which cases a term is for: those that could be paid from the deposit (质保金), the others, or all. */
export const CASE_CLASSES = ['deposit', 'other', 'all'] as const;
export type CaseClass = (typeof CASE_CLASSES)[number];

/** A reminder rung before a clock runs out: 黄牌 yellow, 红牌 red. */
export interface Reminder {
  readonly rung: string;
  /**
   * Raised when this much of the term is left, in the term's own unit; 0 = on the due day. Days in office time: when the
   * office opens on that day, or on the last working day before.
   */
  readonly before: number;
}

/** Parts of a term that may stand on weaker ground than the term as a whole. */
export const TERM_PARTS = [
  'amount',
  'unit',
  'start',
  'stop',
  'pauses',
  'extension',
  'reminders',
  'announce',
] as const;
export type TermPart = (typeof TERM_PARTS)[number];

export interface TermRule {
  readonly code: ClockCode;
  readonly appliesTo: CaseClass;
  readonly start: StartFact;
  readonly stop: readonly StopFact[];
  readonly amount: number;
  readonly unit: Unit;
  readonly roll: boolean;
  readonly pauses: readonly PauseReason[];
  readonly pauseCaps?: readonly PauseCap[];
  readonly extension?: { readonly max: number; readonly times: number; readonly by: ExtensionGranter };
  readonly reminders: readonly Reminder[];
  /** The complainant waits for it: who will not keep it announces the next date before it lapses (H23). */
  readonly announce?: boolean;
  readonly onMiss: Consequence;
  /** Article, or place in the manual. */
  readonly article: string;
  readonly verification: Verification;
  /** Parts whose verification differs from the term's: 60 CD may be published and its pause second-hand. */
  readonly marks?: Readonly<Partial<Record<TermPart, Verification>>>;
}

/** The fact from which the time to complain runs. */
export const LIMITATION_STARTS = [
  'harmful-fact',
  'knew-or-should-have-known',
  'contract-end',
  'performance-period-end',
] as const;
export type LimitationStart = (typeof LIMITATION_STARTS)[number];

/** Time within which a claim must be brought (投诉时效). */
export interface LimitationRule {
  readonly appliesTo: CaseClass;
  readonly days: number;
  readonly start: LimitationStart;
  readonly extendable: boolean;
  readonly article: string;
  readonly verification: Verification;
}

/** The office's own chain, the law in force, or a local rule on top of it. */
export const RULEBOOK_KINDS = ['internal', 'statutory', 'overlay'] as const;
export type RulebookKind = (typeof RULEBOOK_KINDS)[number];

export interface Rulebook {
  readonly id: string;
  readonly version: number;
  readonly title: { readonly zh: string; readonly en: string };
  readonly kind: RulebookKind;
  readonly validFrom: Day | null;
  /** Last day it is in force. */
  readonly validTo: Day | null;
  readonly terms: readonly TermRule[];
  readonly limitation: readonly LimitationRule[];
  /** The law has one; an office's own rulebook may; an overlay adds terms only. */
  readonly procedure?: Procedure;
  /** As the procedure: the law has it, an office's own rulebook may. */
  readonly jurisdiction?: Jurisdiction;
  /** Topics on which the text is silent or could not be read; shown as unverified. */
  readonly unknown: readonly string[];
}
