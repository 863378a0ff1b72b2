import type { Day, Instant, Sealed } from '#kernel';
import { DOCUMENT_KINDS } from '../documents/documents.js';

/** What a piece of a volume is: a document by its number in the specification, or a record of the case. */
export const VOLUME_KINDS = [
  ...DOCUMENT_KINDS,
  'complaint',
  'evidence',
  'supplement',
  'review',
  'review-return',
  'decision',
  'filing-report',
  'filing-approval',
  'service-attempt',
  'publication',
  'service-record',
  'receipt',
  'oral-notice',
  'appraisal',
  'parties-request',
  'pause-end',
  'reply',
  'silence',
  'referral-report',
  'transfer-result',
  'transfer-closing',
  'jurisdiction',
  'designation-request',
  'designation',
  'transfer-receipt',
  'report',
  'report-return',
  'handover-return',
  'recall',
  'reassignment',
  'handover-withdrawal',
  'more-time-request',
  'more-time-answer',
  'correction',
  'extension-request',
  'extension-answer',
  'urge',
  'urge-answer',
  'waiver',
  'withdrawal',
  'revocation',
  'immediate-action',
  'power-of-attorney',
  'agent-revocation',
  'representatives',
  'recusal-request',
  'recusal-decision',
  'enforcement-lead',
  'struck-evidence',
  'non-cooperation',
  'responsibility',
  'respondent-investigation',
  'investigators',
  'summons',
  'commission',
  'dispute-points',
  'investigation-record',
  'facts',
  'settlement-report',
  'settlement-signatures',
  'settlement-check',
  'settlement-silence',
  'mediation-request',
  'mediation-opening',
  'mediation-record',
  'mediation-agreement',
  'mediation-failure',
  'ruling',
  'termination',
  'deposit-assessment',
  'deposit-submission',
  'deposit-return',
  'deposit-signature',
  'closing-form',
  'annex',
  'closing-return',
  'closing-approval',
  'reopening',
  'call-promise',
  'call-attempt',
  'next-deadline',
  'call-record',
  'call-given-up',
  'reopening-refusal',
  'rulebook-migration',
] as const;
export type VolumeKind = (typeof VOLUME_KINDS)[number];

/** One line of a volume's table of contents (卷内目录, D21). */
export interface VolumeItem {
  /** 顺序号, from 1. */
  readonly place: number;
  readonly kind: VolumeKind;
  /** 文号, or the number of the receipt. */
  readonly number?: string;
  /** When it came about. */
  readonly on: Day;
  /** How many pieces, where there are several of one kind. */
  readonly count?: number;
}

/** How long a volume is kept (保管期限, A16). */
export interface Retention {
  /** As the office calls it, e.g. 定期10年. */
  readonly class: string;
  /** Years from the day of archiving; `null` for ever (永久). */
  readonly years: number | null;
}

/** The end of a volume after its term: proposed by one, approved by another (A16). */
export interface Destruction {
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly reason: Sealed;
  readonly approvedBy?: string;
  readonly approvedAt?: Instant;
  /** The keys are gone; nobody reads its texts again. */
  readonly destroyedAt?: Instant;
}

/** One case, one volume (一案一卷, G38). */
export interface Archive {
  readonly archivedBy: string;
  readonly archivedAt: Instant;
  readonly retention: Retention;
  /** Last day on which it must be kept; `null` for ever. */
  readonly keptUntil: Day | null;
  readonly contents: readonly VolumeItem[];
  /** Pages of the volume on paper, where there is one. */
  readonly pages?: number;
  /** Why something that was issued was never served, or the complainant not told where the case went. */
  readonly unserved?: Sealed;
  readonly destruction?: Destruction;
}
