import type { CalendarBook } from '#calendar';
import type { AffectedClock, AffectedClocks } from './affected-clocks.js';

/** What a notice would do to the clocks that run. */
export interface Preview {
  /** Due on another day: later, or earlier. */
  readonly later: number;
  readonly earlier: number;
  /** Due on the same day, which is no longer provisional, or is now. */
  readonly confirmed: number;
  /** Would be due on another day, and stay, because a day that has passed is never moved. */
  readonly stay: number;
  /** The first of them, the earliest due of each office first. */
  readonly clocks: readonly AffectedClock[];
}

/** Counts what would move, and keeps the first `limit`. */
export async function previewOf(
  affected: AffectedClocks,
  before: CalendarBook,
  after: CalendarBook,
  limit: number,
): Promise<Preview> {
  const counts = { later: 0, earlier: 0, confirmed: 0, stay: 0 };
  const clocks: AffectedClock[] = [];
  for await (const clock of affected.between(before, after)) {
    counts[kindOf(clock)] += 1;
    if (clocks.length < limit) clocks.push(clock);
  }
  return { ...counts, clocks };
}

function kindOf({ stays, oldDueOn, newDueOn }: AffectedClock): keyof Omit<Preview, 'clocks'> {
  if (stays !== undefined) return 'stay';
  if (newDueOn === oldDueOn) return 'confirmed';
  return newDueOn > oldDueOn ? 'later' : 'earlier';
}
