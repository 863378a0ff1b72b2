import type { Instant } from '#kernel';

/**
 * How a case comes from one office to another: referred down (转办), transferred (移送), sent there by a superior that
 * designated it (指定管辖), taken up by a superior (提级), given to another lower office (改派).
 */
export const HANDOVER_KINDS = ['referral', 'transfer', 'designation', 'recall', 'reassignment'] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

/** A case at an office. */
export interface CaseAt {
  readonly complaintId: string;
  readonly office: string;
}

/** Where a case came from, and what of its past still counts here. */
export interface Origin extends CaseAt {
  readonly kind: HandoverKind;
  /** 投诉编号 of the case there. */
  readonly number: string;
  /** When it left there. */
  readonly sentAt: Instant;
  /** When the first office received the complaint: limitation is judged by that day (G07). */
  readonly receivedAt: Instant;
  /** Every office that has had it, the first one first. */
  readonly route: readonly string[];
  /** The case that waits for the result (A15): the one that referred or transferred it. */
  readonly reportTo?: CaseAt;
  /** A superior has said whose matter it is; nobody sends it back then (G50). */
  readonly designatedBy?: string;
}
