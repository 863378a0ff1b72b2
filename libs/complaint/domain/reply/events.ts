import type { Instant } from '#kernel';
import type { Reply } from './facts.js';

/** The respondent's answer, or his silence (答复). */
export interface ReplyEvents {
  RespondentReplied: Reply;
  RespondentReplyOverdue: { readonly at: Instant };
}
