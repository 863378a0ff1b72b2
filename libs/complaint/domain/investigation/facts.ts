import type { Instant, Sealed } from '#kernel';

/** Who investigates (调查人员), with the number of the law-enforcement certificate (执法证号). */
export interface Investigator {
  readonly id: string;
  readonly certificate?: string;
}

/** Somebody asked to come and be questioned (询问调查通知, D10). */
export interface Summons {
  readonly summonsId: string;
  readonly person: Sealed;
  /** When to come. */
  readonly appointedFor: Instant;
  readonly place: Sealed;
}

/** Another office asked to take evidence (调查取证委托, D11). */
export interface Commission {
  readonly commissionId: string;
  readonly office: string;
  readonly matters: Sealed;
}

/** A point on which the accounts of the two sides differ (争议焦点, G21). */
export interface DisputePoint {
  readonly pointId: string;
  readonly point: Sealed;
  readonly complainant: Sealed;
  readonly respondent: Sealed;
}

/** What was done: somebody questioned (询问), a place looked at (现场检查), papers taken (调取证据). */
export const INVESTIGATION_ACTS = ['questioning', 'inspection', 'evidence-taking'] as const;
export type InvestigationAct = (typeof INVESTIGATION_ACTS)[number];

/** A record of an investigation (调查笔录, G22). */
export interface InvestigationRecord {
  readonly recordId: string;
  readonly act: InvestigationAct;
  readonly heldAt: Instant;
  readonly place: Sealed;
  /** Ids of at least two different people. */
  readonly investigators: readonly string[];
  /** Who was questioned. */
  readonly person?: Sealed;
  /** Questions and answers, or what was found. */
  readonly record: Sealed;
  /** The person questioned has read it or had it read, and says it is right (核对无误). */
  readonly readOver?: boolean;
  /** Every page is signed by whom it concerns and by the investigators. */
  readonly signed: boolean;
  /** Why the person questioned did not sign. */
  readonly refusal?: Sealed;
  readonly recordedBy: string;
}

/** Who answers for a disputed point (责任认定). */
export const LIABILITIES = ['respondent', 'complainant', 'both', 'third-party', 'nobody'] as const;
export type Liability = (typeof LIABILITIES)[number];

/** What was found on one disputed point. */
export interface LiabilityFinding {
  readonly pointId: string;
  readonly liability: Liability;
  readonly reasons: Sealed;
}

/** Facts established and liability told apart (查明事实、分清责任, G23). */
export interface FactsFound {
  readonly establishedAt: Instant;
  readonly by: string;
  readonly facts: Sealed;
  /** Records on which they rest. */
  readonly records: readonly string[];
  readonly liability: readonly LiabilityFinding[];
}

/** The investigation of a case (调查). */
export interface Investigation {
  readonly openedAt: Instant;
  readonly investigators: readonly Investigator[];
  readonly summonses: readonly Summons[];
  readonly commissions: readonly Commission[];
  readonly points: readonly DisputePoint[];
  readonly records: readonly InvestigationRecord[];
  readonly found?: FactsFound;
  /** What had been found before the case was reopened (H16). */
  readonly foundBefore?: readonly FactsFound[];
}
