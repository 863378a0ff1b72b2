import type { Rung } from '../lateness.js';
import { realMomentOf, type Move } from '../office-time.js';

/** An event of a clock as the log has it. */
export interface ClockFact {
  readonly stream: string;
  readonly type: string;
  readonly revision?: number;
  readonly at?: string;
  /** When the database wrote it down, real time in ms. */
  readonly writtenAt: number;
}

/** A row of the table of timers. */
export interface ClockRow {
  readonly timerId: string;
  readonly revision: number;
  readonly state: string;
}

export interface Verdict {
  readonly clocks: number;
  readonly rungs: readonly Rung[];
  readonly lost: readonly string[];
  readonly early: readonly string[];
  readonly doubled: readonly string[];
  /** The table says something else than the log. */
  readonly untrue: readonly string[];
}

interface Clock {
  revision: number;
  at: number;
  knownAt: number;
  state: 'pending' | 'fired' | 'cancelled';
}

/**
 * I8 for timers alone: each clock that was set ends once, by running out, by being met or by being set anew; it never
 * runs out before its moment; when all is over none waits whose moment has come; and the table says what the log says.
 * @param until the office's time when it was over, in ms
 */
export function checkClocks(
  facts: readonly ClockFact[],
  rows: readonly ClockRow[],
  moves: readonly Move[],
  until: number,
): Verdict {
  const clocks = new Map<string, Clock>();
  const verdict = {
    rungs: [] as Rung[],
    lost: [] as string[],
    early: [] as string[],
    doubled: [] as string[],
    untrue: [] as string[],
  };
  for (const { stream, type, revision = -1, at = '', writtenAt } of facts) {
    const clock = clocks.get(stream);
    if (type === 'ClockSet') {
      clocks.set(stream, { revision, at: Date.parse(at), knownAt: writtenAt, state: 'pending' });
    } else if (type === 'ClockMet') {
      if (clock) clock.state = 'cancelled';
    } else if (clock?.state !== 'pending' || clock.revision !== revision) {
      verdict.doubled.push(`${stream} ran out at revision ${revision}, where it was ${textOf(clock)}`);
    } else {
      clock.state = 'fired';
      const due = realMomentOf(clock.at, moves);
      if (writtenAt < due) verdict.early.push(`${stream} ran out ${Math.ceil(due - writtenAt)} ms early`);
      verdict.rungs.push({ timer: stream, dueAt: Math.max(due, clock.knownAt), rangAt: writtenAt });
    }
  }
  const table = new Map(rows.map((row) => [row.timerId, row]));
  for (const [stream, clock] of clocks) {
    if (clock.state === 'pending' && clock.at <= until) verdict.lost.push(`${stream} never ran out`);
    const row = table.get(stream);
    if (row?.state !== clock.state || row.revision !== clock.revision)
      verdict.untrue.push(`${stream} is ${row?.state} in the table, ${textOf(clock)} by the log`);
  }
  return { clocks: clocks.size, ...verdict };
}

function textOf(clock: Clock | undefined): string {
  return clock ? `${clock.state} at revision ${clock.revision}` : 'never set';
}
