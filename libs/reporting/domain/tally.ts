import type { Instant, QuarterBounds } from '#kernel';
import type { Spell } from './counted.js';

/** The code of what is counted whatever its kind. */
export const ALL = 'all';

/** How many of one kind; kinds that did not occur are left out. */
export interface Count {
  readonly code: string;
  readonly count: number;
}

/** How many of one kind, and of these how many of each second kind; they add up to `count`. */
export interface Cross extends Count {
  readonly of: readonly Count[];
}

/** How many of one kind, and after how many calendar days: at the middle of them, and at nine tenths; null for none. */
export interface Lasting extends Count {
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
}

/** Stock and flow: `before` + `entered` = `left` + `after`, always. */
export interface Balance {
  readonly before: number;
  readonly entered: number;
  readonly left: number;
  readonly after: number;
  /** What those that left did so by; adds up to `left`. */
  readonly leftAs: readonly Count[];
}

export type Bounds = Pick<QuarterBounds, 'from' | 'until'>;

export function isIn(at: Instant, { from, until }: Bounds): boolean {
  return from <= at && at < until;
}

/** Every code with how often it stands in the list, sorted by code. */
export function countsOf(codes: Iterable<string>): Count[] {
  const found = new Map<string, number>();
  for (const code of codes) found.set(code, (found.get(code) ?? 0) + 1);
  return [...found].map(([code, count]) => ({ code, count })).sort(byCode);
}

/** The same by two codes. */
export function crossOf(pairs: Iterable<readonly [string, string]>): Cross[] {
  const found = new Map<string, string[]>();
  for (const [code, second] of pairs) found.set(code, [...(found.get(code) ?? []), second]);
  return [...found]
    .map(([code, seconds]) => ({ code, count: seconds.length, of: countsOf(seconds) }))
    .sort(byCode);
}

/** Of one kind, by the days that each took. */
export function lastingOf(code: string, days: readonly number[]): Lasting {
  return {
    code,
    count: days.length,
    medianDays: percentile(days, 50),
    ninetiethDays: percentile(days, 90),
  };
}

/** What was there when the quarter began, came, went, and was there when it ended. */
export function balanceOf(spells: Iterable<Spell>, bounds: Bounds): Balance {
  let [before, entered, after] = [0, 0, 0];
  const left: string[] = [];
  for (const spell of spells) {
    if (isThere(spell, bounds.from)) before += 1;
    if (isThere(spell, bounds.until)) after += 1;
    if (isIn(spell.from, bounds)) entered += 1;
    const to = endOf(spell);
    if (to !== undefined && isIn(to, bounds)) left.push(spell.as ?? 'other');
  }
  return { before, entered, left: left.length, after, leftAs: countsOf(left) };
}

/**
 * The smallest number that at least this share of the list does not exceed (nearest rank), null for an empty one.
 * @param percent 1 to 100
 */
export function percentile(numbers: readonly number[], percent: number): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? null;
}

/** Whether it had begun before that moment and was not over. */
function isThere(spell: Spell, at: Instant): boolean {
  const to = endOf(spell);
  return spell.from < at && (to === undefined || to >= at);
}

/** A fact recorded late can lie before the beginning of what it ended: nothing ends before it began. */
function endOf({ from, to }: Spell): Instant | undefined {
  return to !== undefined && to < from ? from : to;
}

function byCode(a: Count, b: Count): number {
  return a.code < b.code ? -1 : 1;
}
