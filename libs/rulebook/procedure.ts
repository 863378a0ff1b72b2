import type { Verification } from './verification.js';

/** What follows when mediation has failed: 裁定 (G30, A08), or 终止调解 (G57). */
export const FAILED_MEDIATION = ['ruling', 'termination'] as const;
export type FailedMediation = (typeof FAILED_MEDIATION)[number];

/** Why a filing may be revoked (撤销立案, G36, A13): the complainant's own fault, or force majeure (不可抗力). */
export const REVOCATION_GROUNDS = ['complainant-fault', 'force-majeure'] as const;
export type RevocationGround = (typeof REVOCATION_GROUNDS)[number];

/**
 * When the deposit may pay. Of the manual and 1997 (G32): D1 below contract by the agency's own fault, D2 below a
 * national or industry standard, D3 bankruptcy with loss of what was prepaid. Of 2010 and 2026 (G58): loss of what
 * was prepaid, or a service that stopped and left tourists stranded.
 */
export const DEPOSIT_GROUNDS = ['D1', 'D2', 'D3', 'prepaid-loss', 'stranded'] as const;
export type DepositGround = (typeof DEPOSIT_GROUNDS)[number];

/** What the deposit never pays (G33): N1 force majeure, N2 accident, N3 other dispute, N4 out of time, N5 in court. */
export const DEPOSIT_EXCLUSIONS = ['N1', 'N2', 'N3', 'N4', 'N5'] as const;
export type DepositExclusion = (typeof DEPOSIT_EXCLUSIONS)[number];

/** How the deposit is used: 赔偿决定 signed by the bureau leader (G31), or 划拨 (G58). */
export const DEPOSIT_FORMS = ['compensation-decision', 'allocation'] as const;
export type DepositForm = (typeof DEPOSIT_FORMS)[number];

/**
 * Grounds of rejection (不予受理, G51): R1 before a court, an arbitrator or another authority, R2 handled already and
 * nothing new, R3 not ours, R4 out of time, R5 conditions unmet, R6 another economic dispute.
 */
export const REJECTION_GROUNDS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'] as const;
export type RejectionGround = (typeof REJECTION_GROUNDS)[number];

/** 仲裁, 民事诉讼; against a decision: 复议 by the superior office, 起诉 before a court. */
export const REMEDIES = [
  'arbitration',
  'civil-action',
  'reconsideration',
  'action-against-decision',
] as const;
export interface Remedy {
  readonly remedy: (typeof REMEDIES)[number];
  /** Calendar days from service within which it must be sought; absent where the rulebook sets none. */
  readonly days?: number;
}

/** How often an office publishes complaint information (公布投诉信息, G59). */
export const PUBLICATIONS = ['quarterly'] as const;
export type Publication = (typeof PUBLICATIONS)[number];

/** 司法确认 (民诉法 205, G63): both parties together may ask a court to confirm their mediation agreement. */
export interface CourtConfirmation {
  /** Calendar days from when the agreement takes effect. */
  readonly days: number;
  /** The first day (`YYYY-MM-DD`) whose agreements it is open to. */
  readonly since: string;
}

/** One thing that a rulebook says about the procedure, with its place and its standing. */
export interface Provision<T> {
  readonly value: T;
  /** Article, or place in the manual. */
  readonly article: string;
  readonly verification: Verification;
}

/** What a rulebook says beyond terms. */
export interface Procedure {
  readonly failedMediation: Provision<FailedMediation>;
  readonly revocationGrounds: Provision<readonly RevocationGround[]>;
  readonly depositGrounds: Provision<readonly DepositGround[]>;
  readonly depositExclusions: Provision<readonly DepositExclusion[]>;
  readonly depositForm: Provision<DepositForm>;
  /** What a ruling or a termination must name. */
  readonly remedies: Provision<readonly Remedy[]>;
  /** On what a complaint is not accepted (G51), and where that stands. */
  readonly rejectionGrounds: Provision<readonly RejectionGround[]>;
  /** A simple complaint may be made and rejected by word of mouth, recorded (G52). */
  readonly oralForms: Provision<boolean>;
  /** What must stop at once is dealt with without filing form and notice, recorded and archived (G54). */
  readonly immediateAction: Provision<boolean>;
  /** Every filed case ends with a closing form that the leader approves (G37). */
  readonly closing: Provision<boolean>;
  /** Complaint information is published (G59); absent where the text asks for no such thing, or does not say. */
  readonly publication?: Provision<Publication>;
  /** Of what the parties to an agreement are reminded (G63); absent where there is no such thing. */
  readonly courtConfirmation?: Provision<CourtConfirmation>;
}
