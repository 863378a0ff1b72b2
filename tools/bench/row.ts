/** A median with the least and the greatest that was seen. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** What a figure is held against. Each that is given must be reached by the median. */
export interface Goal {
  /** Least ratio to the yardstick of the same run. */
  readonly ratio?: number;
  /** Least rate, per second. */
  readonly rate?: number;
  /** Longest p99, ms. */
  readonly p99?: number;
}

/** One line of the printed table. */
export interface BenchRow {
  readonly what: string;
  readonly variant: string;
  readonly unit: string;
  readonly rate: Spread;
  /** Time of one operation, ms; the median over the repetitions. */
  readonly p50?: number;
  readonly p99?: number;
  /** CPU of all our processes (client, servers, PostgreSQL, Redis) for one operation, µs. */
  readonly cpuMicros?: number;
  /** Against the yardstick within the same repetition; absent for the yardstick itself. */
  readonly ratio?: Spread;
  readonly goal?: Goal;
}

/** Median, least and greatest of some figures. */
export function spread(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

/** The same rows measured several times, as one table: medians, with the least and the greatest. */
export function overRepetitions(each: readonly (readonly BenchRow[])[]): BenchRow[] {
  const [first = []] = each;
  return first.map((row, index) => {
    const same = each.flatMap((rows) => rows[index] ?? []);
    const of = (figure: (row: BenchRow) => number | undefined): Spread | undefined => {
      const figures = same.map(figure).filter((one) => one !== undefined);
      return figures.length === 0 ? undefined : spread(figures);
    };
    return {
      ...row,
      rate: spread(same.map(({ rate }) => rate.median)),
      p50: of(({ p50 }) => p50)?.median,
      p99: of(({ p99 }) => p99)?.median,
      ratio: of(({ ratio }) => ratio?.median),
    };
  });
}

/** @param sorted ascending. NaN when there is none. */
export function quantile(sorted: readonly number[], q: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

/** Whether everything that was aimed at is reached; true for a row without a goal. */
export function reachesGoal({ goal = {}, ratio, rate, p99 }: BenchRow): boolean {
  return (
    (goal.ratio === undefined || (ratio?.median ?? 0) >= goal.ratio) &&
    (goal.rate === undefined || rate.median >= goal.rate) &&
    (goal.p99 === undefined || (p99 ?? Number.POSITIVE_INFINITY) <= goal.p99)
  );
}

const HEADINGS = ['what', 'variant', 'per second', 'p50 / p99 ms', 'CPU µs', 'ratio', 'goal'];

/** The rows as a table of text; it is valid Markdown. */
export function formatRows(rows: readonly BenchRow[]): string {
  const lines = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, at) => Math.max(...lines.map((cells) => cells[at]!.length)));
  const text = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [text(lines[0]!), rule, ...lines.slice(1).map(text)].join('\n');
}

function cellsOf(row: BenchRow): string[] {
  const { median, min, max } = row.rate;
  const { ratio, p50, p99, cpuMicros } = row;
  return [
    row.what,
    row.variant,
    min === max
      ? `${whole(median)} ${row.unit}`
      : `${whole(median)} [${whole(min)}–${whole(max)}] ${row.unit}`,
    p99 === undefined ? '' : `${p50?.toFixed(2)} / ${p99.toFixed(2)}`,
    cpuMicros === undefined ? '' : whole(cpuMicros),
    ratio === undefined ? '' : `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})`,
    row.goal === undefined ? '' : `${goalText(row.goal)} ${reachesGoal(row) ? 'reached' : 'MISSED'}`,
  ];
}

function goalText({ ratio, rate, p99 }: Goal): string {
  return [
    ratio === undefined ? '' : `≥ ${ratio.toFixed(2)}`,
    rate === undefined ? '' : `≥ ${whole(rate)}/s`,
    p99 === undefined ? '' : `p99 ≤ ${whole(p99)} ms`,
  ]
    .filter((text) => text !== '')
    .join(', ');
}

function whole(figure: number): string {
  return Math.round(figure).toLocaleString('en');
}
