import type { Acts } from '../case/act.js';
import { OPEN_CASE, UNDECIDED } from '../case/phases.js';
import { isHandler } from '../filing/filing.js';
import type { ClaimsCommands } from './commands.js';
import { waiveClaims } from './waiving.js';

export const claimsActs: Acts<ClaimsCommands> = {
  // Until there is an outcome: what has been agreed, ruled or decided is not asked for any more.
  WaiveClaims: {
    from: [...UNDECIDED, 'awaiting-approval', 'awaiting-designation', ...OPEN_CASE],
    to: ['same'],
    guard: isHandler,
    decide: waiveClaims,
  },
};
