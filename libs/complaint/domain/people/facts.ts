import type { Instant, Sealed } from '#kernel';
import type { CaseAt } from '../handover/origin.js';

/**
 * What an agent may do for the one who sent him (委托权限, G53). Settling, withdrawing and waiving are named
 * expressly in a power of attorney (特别授权); the others go with any power.
 */
export const AGENT_POWERS = ['act', 'receive-documents', 'settle', 'withdraw', 'waive'] as const;
export type AgentPower = (typeof AGENT_POWERS)[number];

/** An agent with his authority (委托代理人, G53). */
export interface Agent {
  readonly agentId: string;
  /** Subjects of the complainants he acts for. */
  readonly principals: readonly string[];
  /** Who he is, under the key of the first of those he acts for: it goes when that person is erased. */
  readonly name: Sealed;
  readonly phone?: Sealed;
  readonly powers: readonly AgentPower[];
  /** Number or description of the power of attorney (授权委托书). */
  readonly powerOfAttorney: Sealed;
  readonly authorisedAt: Instant;
  readonly recordedBy: string;
  /** The case of another office in which the authority was shown. */
  readonly from?: CaseAt;
  readonly revokedAt?: Instant;
}

/** Why somebody must stand aside (回避事由, G62, by analogy to 市监投诉举报办法 19). */
export const RECUSAL_GROUNDS = [
  'party-or-near-relative',
  'interest-in-the-matter',
  'other-relation-that-may-affect-fairness',
] as const;
export type RecusalGround = (typeof RECUSAL_GROUNDS)[number];

/** Who asks that somebody stand aside. */
export const RECUSAL_APPLICANTS = ['complainant', 'respondent', 'the-person', 'the-office'] as const;
export type RecusalApplicant = (typeof RECUSAL_APPLICANTS)[number];

/** A request that somebody of the office stand aside, and what was decided (回避, G62). */
export interface Recusal {
  readonly recusalId: string;
  /** Account of the person who is to stand aside. */
  readonly person: string;
  readonly ground: RecusalGround;
  readonly reason: Sealed;
  readonly applicant: RecusalApplicant;
  readonly requestedAt: Instant;
  readonly recordedBy: string;
  readonly decision?: {
    readonly granted: boolean;
    readonly decidedBy: string;
    readonly decidedAt: Instant;
    readonly reason: Sealed;
  };
}
