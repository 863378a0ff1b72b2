import { decidedCase, type Evolving } from '../case/evolving.js';
import type { ReplyEvents } from './events.js';

export const replyEvolve: Evolving<ReplyEvents> = {
  RespondentReplied: (state, reply) => ({ ...decidedCase(state, 'RespondentReplied'), reply }),
  RespondentReplyOverdue: (state, { at }) => ({
    ...decidedCase(state, 'RespondentReplyOverdue'),
    replyOverdueAt: at,
  }),
};
