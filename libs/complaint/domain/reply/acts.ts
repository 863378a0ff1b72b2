import { all, type Acts } from '../case/act.js';
import { speaksForRespondent } from '../respondent/respondent.js';
import type { ReplyCommands } from './commands.js';
import { recordReply, replyIsAwaited } from './reply.js';

/** A late answer is kept whatever the case has come to, and moves nothing (G19). */
const LATE = ['facts-established', 'mediating', 'mediation-failed'] as const;

export const replyActs: Acts<ReplyCommands> = {
  RecordReply: {
    from: ['filed', 'awaiting-reply', 'under-investigation', ...LATE],
    to: { 'awaiting-reply': ['under-investigation'] },
    guard: all(speaksForRespondent, replyIsAwaited),
    decide: recordReply,
  },
};
