import { chinaCalendar, dueDate, explain, type Period, type Unit } from '#calendar';
import { startOfDayInChina, addDays } from '#kernel';

/** One measured figure: the median of the rounds, with the slowest and the fastest round. */
export interface BenchRow {
  readonly what: string;
  readonly perSecond: number;
  readonly slowest: number;
  readonly fastest: number;
}

const ROUNDS = 7;
const PER_ROUND = 20_000;

/** Due dates with and without explanation on one core, over 2,000 different start days. */
export function benchCalendar(): readonly BenchRow[] {
  const calendar = chinaCalendar({ knownOn: '2026-01-01' });
  const terms: readonly (readonly [number, Unit])[] = [
    [5, 'WD'],
    [10, 'CD'],
    [30, 'CD'],
    [60, 'CD'],
    [90, 'CD'],
  ];
  const rows: BenchRow[] = [];
  for (const [amount, unit] of terms) {
    const periods = Array.from({ length: 2_000 }, (_, i): Period => ({
      startAt: startOfDayInChina(addDays('2020-03-01', i)),
      term: { amount, unit, roll: unit === 'CD' },
    }));
    const name = `${String(amount)} ${unit}`;
    rows.push(measured(`due date of ${name}`, periods, (p) => dueDate(calendar, p).dueOn.length));
    rows.push(measured(`due date of ${name}, explained`, periods, (p) => explain(calendar, p).days.length));
  }
  rows.push(
    measured('calendar of a day, known version', [...Array(2_000).keys()], (i) => {
      return chinaCalendar({ knownOn: addDays('2020-03-01', i) }).version.length;
    }),
  );
  return rows;
}

function measured<T>(what: string, inputs: readonly T[], work: (input: T) => number): BenchRow {
  const rates: number[] = [];
  let sum = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const began = performance.now();
    for (let done = 0; done < PER_ROUND;) {
      for (const input of inputs) sum += work(input);
      done += inputs.length;
    }
    if (round > 0) rates.push((PER_ROUND / (performance.now() - began)) * 1_000);
  }
  if (sum === 0) throw new Error(`${what}: nothing was reckoned`);
  rates.sort((a, b) => a - b);
  const at = (share: number) => Math.round(rates[Math.floor((rates.length - 1) * share)] ?? 0);
  return { what, perSecond: at(0.5), slowest: at(0), fastest: at(1) };
}
