import type { Instant, Sealed } from '#kernel';

/** What a reply must state (答复内容, G18, A10). */
export const REPLY_PARTS = [
  'cause',
  'verification-process',
  'facts-and-evidence',
  'liability',
  'proposed-handling',
] as const;
export type ReplyPart = (typeof REPLY_PARTS)[number];

/** The respondent's written answer (书面答复, G17). */
export interface Reply {
  readonly receivedAt: Instant;
  readonly parts: Readonly<Partial<Record<ReplyPart, Sealed>>>;
  readonly evidence: readonly Sealed[];
  /** Ids of files of the case that came with it. */
  readonly attachments?: readonly string[];
  readonly late: boolean;
}
