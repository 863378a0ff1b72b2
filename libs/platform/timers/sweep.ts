import { fireAll } from './fire-all.js';
import type { Firing } from './firing.js';
import type { TimerCursor, TimerTable } from './timer-table.js';

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
  const page = (after: TimerCursor | undefined, clocks: number) =>
    table.overdue(options.graceMs, after, clocks);
  return fireAll(page, firing, { ...options, oneOfEach: true });
}
