import { all, type Acts } from '../case/act.js';
import { speaksForRespondent } from '../respondent/respondent.js';
import type { ReplyCommands } from './commands.js';
import { recordReply, replyIsAwaited } from './reply.js';

export const replyActs: Acts<ReplyCommands> = {
  RecordReply: {
    from: ['filed', 'awaiting-reply', 'under-investigation'],
    to: { 'awaiting-reply': ['under-investigation'] },
    guard: all(speaksForRespondent, replyIsAwaited),
    decide: recordReply,
  },
};
