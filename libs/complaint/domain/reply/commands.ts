import type { Instant, Sealed } from '#kernel';
import type { ReplyPart } from './facts.js';

/** The respondent's answer, or his silence (答复). */
export interface ReplyCommands {
  RecordReply: {
    readonly receivedAt?: Instant;
    readonly parts: Readonly<Partial<Record<ReplyPart, Sealed>>>;
    readonly evidence: readonly Sealed[];
    /** Ids of files of the case that come with it. */
    readonly attachments?: readonly string[];
  };
}
