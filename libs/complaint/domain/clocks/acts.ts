import type { Acts } from '../case/act.js';
import { PHASES } from '../case/state.js';
import type { ClocksCommands } from './commands.js';
import { ringClock } from './ring.js';

export const clocksActs: Acts<ClocksCommands> = {
  RingClock: {
    by: 'system',
    from: PHASES,
    to: {
      'awaiting-supplement': ['same', 'under-review'],
      'awaiting-reply': ['same', 'under-investigation'],
    },
    decide: ringClock,
  },
};
