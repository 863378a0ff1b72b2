import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** One way of doing the work that is compared, and how fast it must be against the first of its group. */
export interface Variant {
  readonly name: string;
  /** Does the work for about `ms` milliseconds. */
  run(ms: number): Promise<Sample>;
  /** Least ratio to the yardstick, as a median. */
  readonly goal?: number;
}

export interface Sample {
  /** Operations per second. */
  readonly rate: number;
  /** Time of one operation, ms. */
  readonly p50?: number;
  readonly p99?: number;
}

/** A median with the least and the greatest that was seen. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** One line of the printed table. */
export interface BenchRow {
  readonly what: string;
  readonly variant: string;
  readonly unit: string;
  readonly rate: Spread;
  readonly p50?: number;
  readonly p99?: number;
  /** Against the yardstick within the same repetition; absent for the yardstick itself. */
  readonly ratio?: Spread;
  readonly goal?: number;
}

export interface InterleaveOptions {
  readonly repetitions: number;
  /** Length of one measurement, ms. */
  readonly ms: number;
  readonly warmUpMs: number;
  /** Before each measurement: how long to wait at most for a moment in which others leave the machine alone. */
  readonly quietWaitMs: number;
}

export const DEFAULT_INTERLEAVE: InterleaveOptions = {
  repetitions: 5,
  ms: 800,
  warmUpMs: 1_500,
  quietWaitMs: 3_000,
};

const QUIET_PROBE_MS = 100;
/** Share of the machine that others may use in a quiet moment. */
const QUIET_BUSY = 0.15;

/**
 * Measures the variants in turn (A B C, B C A, …), so that a machine that drifts drifts for all of them.
 * The first variant is the yardstick: ratios are taken within a repetition, then their median.
 */
export async function interleave(
  what: string,
  unit: string,
  variants: readonly Variant[],
  options: InterleaveOptions = DEFAULT_INTERLEAVE,
): Promise<readonly BenchRow[]> {
  const samples = variants.map((): Sample[] => []);
  for (const variant of variants) await variant.run(options.warmUpMs);
  for (let repetition = 0; repetition < options.repetitions; repetition += 1) {
    for (let turn = 0; turn < variants.length; turn += 1) {
      const index = (repetition + turn) % variants.length;
      await quietMoment(options.quietWaitMs);
      samples[index]?.push(await variants[index]!.run(options.ms));
    }
  }
  const yardstick = samples[0] ?? [];
  return variants.map(({ name, goal }, index): BenchRow => {
    const own = samples[index] ?? [];
    const ratios = own.map(({ rate }, repetition) => rate / (yardstick[repetition]?.rate ?? Number.NaN));
    return {
      what,
      variant: name,
      unit,
      rate: spread(own.map(({ rate }) => rate)),
      p50: medianOf(own.map(({ p50 }) => p50)),
      p99: medianOf(own.map(({ p99 }) => p99)),
      ratio: index === 0 ? undefined : spread(ratios),
      goal,
    };
  });
}

async function quietMoment(mostMs: number): Promise<void> {
  for (const end = Date.now() + mostMs; Date.now() < end;) {
    const before = cpuTimes();
    await sleep(QUIET_PROBE_MS);
    const after = cpuTimes();
    if (after.busy - before.busy < QUIET_BUSY * (after.all - before.all)) return;
  }
}

function cpuTimes(): { readonly busy: number; readonly all: number } {
  let busy = 0;
  let all = 0;
  for (const { times } of cpus()) {
    const sum = times.user + times.nice + times.sys + times.irq + times.idle;
    all += sum;
    busy += sum - times.idle;
  }
  return { busy, all };
}

/** `callers` at a time do one operation after the other until the time is over. */
export async function closedLoop(
  callers: number,
  ms: number,
  operation: (caller: number) => Promise<unknown>,
): Promise<Sample> {
  const times: number[] = [];
  const start = performance.now();
  const end = start + ms;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let before = performance.now(); before < end;) {
        await operation(caller);
        const after = performance.now();
        times.push(after - before);
        before = after;
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  return { rate: times.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** Median, least and greatest of some figures. */
export function spread(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

/** Whether the median reaches the goal; true for a row without one. */
export function reachesGoal(row: BenchRow): boolean {
  return row.goal === undefined || (row.ratio?.median ?? 0) >= row.goal;
}

/** The rows as lines of text, one group after the other. */
export function formatRows(rows: readonly BenchRow[]): string {
  return rows.map(formatRow).join('\n');
}

function formatRow(row: BenchRow): string {
  const { median, min, max } = row.rate;
  const rate = `${whole(median)} [${whole(min)}–${whole(max)}] ${row.unit}`;
  const times = row.p99 === undefined ? '' : `p50 ${row.p50?.toFixed(2)} p99 ${row.p99.toFixed(2)} ms`;
  const { ratio } = row;
  const against = ratio && `${ratio.median.toFixed(2)}× (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})`;
  const verdict =
    row.goal === undefined ? '' : `goal ${row.goal.toFixed(2)} ${reachesGoal(row) ? 'reached' : 'MISSED'}`;
  return [
    row.what.padEnd(28),
    row.variant.padEnd(26),
    rate.padEnd(40),
    times.padEnd(28),
    against ?? '',
    verdict,
  ]
    .join(' ')
    .trimEnd();
}

function whole(figure: number): string {
  return Math.round(figure).toLocaleString('en');
}

function medianOf(figures: readonly (number | undefined)[]): number | undefined {
  const known = figures.filter((figure): figure is number => figure !== undefined);
  return known.length === 0 ? undefined : spread(known).median;
}

function quantile(sorted: readonly number[], q: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
}
