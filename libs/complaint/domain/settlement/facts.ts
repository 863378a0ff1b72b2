import type { Day, Instant, Sealed } from '#kernel';

/** What a settlement of the parties must keep (自愿、平等、合法, G25). */
export const SETTLEMENT_PRINCIPLES = ['voluntary', 'equal', 'lawful'] as const;
export type SettlementPrinciple = (typeof SETTLEMENT_PRINCIPLES)[number];

/** A settlement of the parties (协商和解, G24). Money in 分. */
export interface SettlementReport {
  readonly settlementId: string;
  readonly reportedAt: Instant;
  readonly terms: Sealed;
  readonly amountFen: number;
  /** Last day of payment; absent where nothing is to be paid. */
  readonly payBy?: Day;
  /** What the complainant has written about it (投诉人书面意见), in words. */
  readonly complainantOpinion?: Sealed;
  /** The file that it stands in: an operator's report comes with it (B07). */
  readonly opinionAttachment?: string;
  readonly recordedBy: string;
}

/** Both sides have signed (协商解决书, G26). */
export interface SettlementSignature {
  readonly settlementId: string;
  readonly signedAt: Instant;
  /** Subjects of the complainants, and ids of their agents, who signed: for all of them (G53). */
  readonly complainants: readonly string[];
  /** The respondent has signed. */
  readonly respondent: boolean;
  readonly recordedBy: string;
}

/** The handler has looked at it and signed, or found that it does not stand (G25, G61). */
export interface SettlementCheck {
  readonly settlementId: string;
  readonly checkedAt: Instant;
  /** Principles that were found kept. */
  readonly principles: readonly SettlementPrinciple[];
  readonly upheld: boolean;
  readonly finding: Sealed;
  readonly checkedBy: string;
}

/** How far a settlement has come. */
export interface Settlement {
  readonly report: SettlementReport;
  readonly signature?: SettlementSignature;
  readonly check?: SettlementCheck;
}
