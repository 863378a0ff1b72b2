import { fireAll } from './fire-all.js';
import type { Firing } from './firing.js';
import type { TimerTable } from './timer-table.js';

/**
 * Fires what is overdue, straight from the table, with no queue between. Returns after how many ms the first
 * of those that went wrong may be tried again.
 */
export async function sweepOverdue(
  table: TimerTable,
  firing: Firing,
  options: {
    readonly graceMs: number;
    readonly concurrency: number;
    readonly signal: AbortSignal;
    readonly onStep: () => void;
  },
): Promise<number> {
  firing.tidy();
  return fireAll((after, limit) => table.overdue(options.graceMs, after, limit), firing, options);
}
