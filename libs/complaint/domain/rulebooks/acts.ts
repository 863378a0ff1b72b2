import type { Acts } from '../case/act.js';
import { DECIDED, UNDECIDED } from '../case/phases.js';
import type { RulebooksCommands } from './commands.js';
import { moveToRulebooks } from './move.js';

export const rulebooksActs: Acts<RulebooksCommands> = {
  MoveToRulebooks: {
    from: [...UNDECIDED, 'awaiting-approval', ...DECIDED],
    to: ['same'],
    decide: moveToRulebooks,
  },
};
