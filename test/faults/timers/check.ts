import type { Rung } from '../lateness.js';
import { realMomentOf, type Move } from '../office-time.js';

/** An event of a clock as the log has it. */
export interface ClockFact {
  readonly stream: string;
  readonly type: string;
  readonly revision?: number;
  readonly at?: string;
  readonly warnAt?: string;
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
  /** Of the warnings and of the clocks that ran out. */
  readonly rungs: readonly Rung[];
  readonly lost: readonly string[];
  readonly early: readonly string[];
  readonly doubled: readonly string[];
  /** The table says something else than the log. */
  readonly untrue: readonly string[];
}

type Kind = 'warning' | 'due';

interface Timer {
  readonly revision: number;
  readonly at: number;
  readonly knownAt: number;
  state: 'pending' | 'fired' | 'cancelled' | 'superseded';
}

/**
 * I8 for timers alone: each clock that was set ends once, by running out, by being met or by being set anew, and warns once
 * before it does. A warning that had not come when the clock ran out came that late: it is held to what explains it. Neither
 * comes before its moment; when all is over none waits whose moment
 * has come; and the table says what the log says.
 * @param until the office's time when it was over, in ms
 */
export function checkClocks(
  facts: readonly ClockFact[],
  rows: readonly ClockRow[],
  moves: readonly Move[],
  until: number,
): Verdict {
  const timers = new Map<string, Timer>();
  const verdict = {
    rungs: [] as Rung[],
    lost: [] as string[],
    early: [] as string[],
    doubled: [] as string[],
    untrue: [] as string[],
  };
  const end = (stream: string, kind: Kind, state: Timer['state']): void => {
    const timer = timers.get(`${stream}/${kind}`);
    if (timer?.state === 'pending') timer.state = state;
  };
  const late = (name: string, { at, knownAt }: Timer, rangAt: number): void => {
    verdict.rungs.push({ timer: name, dueAt: Math.max(realMomentOf(at, moves), knownAt), rangAt });
  };
  const rang = (name: string, { revision = -1, writtenAt }: ClockFact): void => {
    const timer = timers.get(name);
    if (timer?.state !== 'pending' || timer.revision !== revision) {
      verdict.doubled.push(`${name} rang at revision ${revision}, where it was ${textOf(timer)}`);
      return;
    }
    timer.state = 'fired';
    const due = realMomentOf(timer.at, moves);
    if (writtenAt < due) verdict.early.push(`${name} rang ${Math.ceil(due - writtenAt)} ms early`);
    late(name, timer, writtenAt);
  };
  for (const fact of facts) {
    const { stream, type, revision = -1, at = '', warnAt = '', writtenAt: knownAt } = fact;
    if (type === 'ClockSet') {
      timers.set(`${stream}/warning`, { revision, at: Date.parse(warnAt), knownAt, state: 'pending' });
      timers.set(`${stream}/due`, { revision, at: Date.parse(at), knownAt, state: 'pending' });
    } else if (type === 'ClockMet') {
      end(stream, 'warning', 'cancelled');
      end(stream, 'due', 'cancelled');
    } else if (type === 'ClockWarned') {
      rang(`${stream}/warning`, fact);
    } else {
      rang(`${stream}/due`, fact);
      const warning = timers.get(`${stream}/warning`);
      if (warning?.state === 'pending') late(`${stream}/warning`, warning, fact.writtenAt);
      end(stream, 'warning', 'superseded');
    }
  }
  const table = new Map(rows.map((row) => [row.timerId, row]));
  for (const [name, timer] of timers) {
    if (timer.state === 'pending' && timer.at <= until) verdict.lost.push(`${name} never rang`);
    const row = table.get(name);
    if (row?.state !== timer.state || row.revision !== timer.revision)
      verdict.untrue.push(`${name} is ${row?.state} in the table, ${textOf(timer)} by the log`);
  }
  return { clocks: timers.size / 2, ...verdict };
}

function textOf(timer: Timer | undefined): string {
  return timer ? `${timer.state} at revision ${timer.revision}` : 'never set';
}
