import { performance } from 'node:perf_hooks';
import { ownCpuMicros, quietMoment } from './machine.js';
import { quantile, spread, type BenchRow, type Goal } from './row.js';

/** One way of doing the work that is compared. */
export interface Variant {
  readonly name: string;
  /** Does the work for about `ms` milliseconds. */
  run(ms: number): Promise<Sample>;
  readonly goal?: Goal;
}

export interface Sample {
  /** Operations per second. */
  readonly rate: number;
  /** Time of one operation, ms. */
  readonly p50?: number;
  readonly p99?: number;
  /** CPU of all our processes for one operation, µs. */
  readonly cpuMicros?: number;
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
  ms: 1_000,
  warmUpMs: 2_000,
  quietWaitMs: 5_000,
};

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
  if (options.warmUpMs > 0) for (const variant of variants) await variant.run(options.warmUpMs);
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
      cpuMicros: medianOf(own.map(({ cpuMicros }) => cpuMicros)),
      ratio: index === 0 ? undefined : spread(ratios),
      goal,
    };
  });
}

/** `callers` at a time do one operation after the other until the time is over, or one answers that was all. */
export async function closedLoop(
  callers: number,
  ms: number,
  operation: (caller: number) => Promise<unknown>,
): Promise<Sample> {
  const times: number[] = [];
  const cpu = ownCpuMicros();
  const start = performance.now();
  const end = start + ms;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let before = performance.now(); before < end;) {
        if ((await operation(caller)) === false) return;
        const after = performance.now();
        times.push(after - before);
        before = after;
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const cpuMicros = cpuSince(cpu, times.length);
  times.sort((a, b) => a - b);
  return { rate: times.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99), cpuMicros };
}

/** Times work that says itself how many operations it was. */
export async function timedWork(work: () => Promise<number>): Promise<Sample> {
  const cpu = ownCpuMicros();
  const start = performance.now();
  const operations = await work();
  const rate = (operations * 1000) / (performance.now() - start);
  return { rate, cpuMicros: cpuSince(cpu, operations) };
}

/** How often a call can be made in a second, on one thread. */
export function callsPerSecond(ms: number, call: () => unknown): Sample {
  const start = performance.now();
  let calls = 0;
  do {
    for (let n = 0; n < 100; n += 1) call();
    calls += 100;
  } while (performance.now() - start < ms);
  return { rate: (calls * 1000) / (performance.now() - start) };
}

export function cpuSince(before: number | undefined, operations: number): number | undefined {
  const after = ownCpuMicros();
  return before === undefined || after === undefined ? undefined : (after - before) / operations;
}

function medianOf(figures: readonly (number | undefined)[]): number | undefined {
  const known = figures.filter((figure): figure is number => figure !== undefined);
  return known.length === 0 ? undefined : spread(known).median;
}
