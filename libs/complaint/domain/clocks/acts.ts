import type { Acts } from '../case/act.js';
import { PHASES } from '../case/state.js';
import type { ClocksCommands } from './commands.js';
import { rescheduleClocks } from './reschedule.js';
import { ringClock } from './ring.js';

export const clocksActs: Acts<ClocksCommands> = {
  RingClock: {
    by: 'system',
    from: PHASES,
    to: {
      'awaiting-supplement': ['same', 'under-review'],
      // A published document that counts as served (民诉法 95).
      filed: ['same', 'awaiting-reply', 'under-investigation'],
      rejected: ['same', 'rejection-served'],
      'awaiting-reply': ['same', 'under-investigation'],
      'facts-established': ['same', 'mediation-failed'],
      mediating: ['same', 'mediation-failed'],
    },
    decide: ringClock,
  },
  RescheduleClocks: { by: 'system', from: PHASES, to: ['same'], decide: rescheduleClocks },
};
