import { chinaCalendar, dueDate, explain, type Period, type Unit } from '#calendar';
import { startOfDayInChina, addDays } from '#kernel';
import { callsPerSecond, interleave, type InterleaveOptions } from './measure.js';
import type { BenchRow, Goal } from './row.js';

const GOAL = { rate: 50_000 };

/** Due dates with and without explanation on one core, over 2,000 different start days. */
export async function benchCalendar(options: InterleaveOptions): Promise<readonly BenchRow[]> {
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
    const counted = cycle(periods, (period) => dueDate(calendar, period).dueOn.length);
    const explained = cycle(periods, (period) => explain(calendar, period).days.length);
    const what = `due date of ${amount} ${unit}`;
    rows.push(...(await single(what, 'date only', counted, options, undefined)));
    rows.push(...(await single(what, 'with explanation', explained, options, GOAL)));
  }
  const days = [...Array(2_000).keys()].map((day) => addDays('2020-03-01', day));
  const known = cycle(days, (knownOn) => chinaCalendar({ knownOn }).version.length);
  rows.push(...(await single('calendar as known on a day', 'version kept', known, options, undefined)));
  return rows;
}

/** Every call takes the next input; something is made of each, so that no work can be left out. */
function cycle<T>(inputs: readonly T[], work: (input: T) => number): () => void {
  let turn = 0;
  return () => {
    turn = (turn + 1) % inputs.length;
    if (work(inputs[turn]!) < 0) throw new Error('nothing was reckoned');
  };
}

function single(
  what: string,
  name: string,
  call: () => void,
  options: InterleaveOptions,
  goal: Goal | undefined,
): Promise<readonly BenchRow[]> {
  const run = async (ms: number) => callsPerSecond(ms, call);
  return interleave(what, 'dates/s', [{ name, goal, run }], {
    ...options,
    warmUpMs: 300,
    ms: options.ms / 4,
  });
}
