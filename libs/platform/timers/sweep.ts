import type { Firing } from './firing.js';
import type { LoadedTimer } from './timer.js';
import type { SweepCursor, TimerTable } from './timer-table.js';

const BATCH = 500;

/**
 * Fires what is overdue, straight from the table, with no queue between: oldest first, in batches, so many
 * at a time. Between batches everybody else gets a turn. Returns after how many ms the first of those that
 * went wrong may be tried again.
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
  const { graceMs, concurrency, signal, onStep } = options;
  firing.tidy();
  let againInMs = Number.POSITIVE_INFINITY;
  let batch = await table.overdue(graceMs, undefined, BATCH);
  while (batch.length > 0 && !signal.aborted) {
    const more =
      batch.length === BATCH ? table.overdue(graceMs, cursorAt(batch), BATCH) : Promise.resolve([]);
    more.catch(() => undefined);
    againInMs = Math.min(againInMs, await fireAll(batch, firing, concurrency, signal, onStep));
    await new Promise((resolve) => setImmediate(resolve));
    batch = await more;
  }
  return againInMs;
}

function cursorAt(batch: readonly LoadedTimer[]): SweepCursor | undefined {
  return batch.at(-1);
}

async function fireAll(
  timers: readonly LoadedTimer[],
  firing: Firing,
  concurrency: number,
  signal: AbortSignal,
  onStep: () => void,
): Promise<number> {
  const left = timers.values();
  let againInMs = Number.POSITIVE_INFINITY;
  const one = async (): Promise<void> => {
    for (const timer of left) {
      if (signal.aborted) return;
      const answer = await firing.fire(timer);
      onStep();
      if (answer !== undefined) againInMs = Math.min(againInMs, answer.againInMs);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  return againInMs;
}
