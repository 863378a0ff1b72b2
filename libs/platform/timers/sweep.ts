import type { Firing } from './firing.js';
import type { LoadedTimer } from './timer.js';
import type { SweepCursor, TimerTable } from './timer-table.js';

const BATCH = 500;

/**
 * Fires what is overdue, straight from the table, with no queue between: oldest first, in batches, so many
 * at a time. Between batches everybody else gets a turn. Returns how many timers were looked at.
 */
export async function sweepOverdue(
  table: TimerTable,
  firing: Firing,
  options: { readonly graceMs: number; readonly concurrency: number; readonly signal: AbortSignal },
): Promise<number> {
  const { graceMs, concurrency, signal } = options;
  firing.tidy();
  let count = 0;
  let batch = await table.overdue(graceMs, undefined, BATCH);
  while (batch.length > 0 && !signal.aborted) {
    const more =
      batch.length === BATCH ? table.overdue(graceMs, cursorAt(batch), BATCH) : Promise.resolve([]);
    more.catch(() => undefined);
    await fireAll(batch, firing, concurrency, signal);
    count += batch.length;
    await new Promise((resolve) => setImmediate(resolve));
    batch = await more;
  }
  return count;
}

function cursorAt(batch: readonly LoadedTimer[]): SweepCursor | undefined {
  return batch.at(-1);
}

async function fireAll(
  timers: readonly LoadedTimer[],
  firing: Firing,
  concurrency: number,
  signal: AbortSignal,
): Promise<void> {
  const left = timers.values();
  const one = async (): Promise<void> => {
    for (const timer of left) {
      if (signal.aborted) return;
      await firing.fire(timer);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
}
