import type { Instant, Sealed } from '#kernel';
import type { CaseAt } from '../handover/origin.js';

/**
 * What kind of evidence a file is (证据种类, after 行政诉讼法 33): 书证, 物证 (its picture), 视听资料, 电子数据, 证人证言,
 * 当事人的陈述, 鉴定意见, 勘验笔录和现场笔录; and what proves who somebody is or may act for: 身份证明, 授权委托书.
 */
export const EVIDENCE_KINDS = [
  'documentary',
  'physical',
  'audio-visual',
  'electronic-data',
  'testimony',
  'party-statement',
  'expert-opinion',
  'inspection-record',
  'identity-document',
  'power-of-attorney',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Who brought it: both sides bear proof, and the office may collect evidence (G55). */
export const SUBMITTERS = ['complainant', 'respondent', 'office'] as const;
export type Submitter = (typeof SUBMITTERS)[number];

/** A file in the case (附件). What is in it is kept apart, encrypted; here stands what proves it. */
export interface Attachment {
  /** Also the name under which the file is kept. */
  readonly attachmentId: string;
  readonly kind: EvidenceKind;
  readonly submittedBy: Submitter;
  /**
   * The complainant whose own paper it is, such as an identity card: it stands under that person's key and goes when he
   * is erased. All other files stand under the key of the case.
   */
  readonly belongsTo?: string;
  readonly name: Sealed;
  readonly description?: Sealed;
  /** IANA media type, as the bytes show it. */
  readonly mediaType: string;
  /** Bytes of the file as it was sent. */
  readonly size: number;
  /** SHA-256 of the file as it was sent, hex. */
  readonly sha256: string;
  /** Bytes of the file as it is stored, encrypted. */
  readonly storedSize: number;
  /** SHA-256 of the file as it is stored, hex: whether it is whole can be told without any key. */
  readonly storedSha256: string;
  /** What opens the file: a key of its own, under the key of the person or case it belongs to. */
  readonly key: Sealed;
  readonly receivedAt: Instant;
  readonly attachedBy: string;
  /** The operator whose people attached it: it sees its own files again, and no others. */
  readonly operator?: string;
  /** The case of another office that it came along from: the very same stored file (H02). */
  readonly from?: CaseAt;
  readonly struck?: Struck;
}

/** Attached by mistake (误附): shown to nobody any more, and kept all the same. */
export interface Struck {
  readonly by: string;
  readonly at: Instant;
  readonly reason: Sealed;
}

/**
 * How much one case may hold: what the office has attached, and as much again of the operator complained of. What came
 * along from another office is stored there already and takes no room here.
 */
export interface AttachmentLimits {
  readonly files: number;
  /** Of the files as they were sent, all together. */
  readonly bytes: number;
}
