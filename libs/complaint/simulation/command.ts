import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { CaseFailed } from './case-failed.js';
import { MOST_YEARS } from './office.js';
import { told } from './report.js';
import { simulate, type SimulationOptions, type Summary } from './run.js';

const USAGE = `npm run simulate -- [options]
  --years 10    how many years, the last ones with a notice on holidays; ${String(MOST_YEARS)} at most
  --cases 1000  how many complaints come in over these years
  --seed 1      the same seed gives the same cases and the same digest
  --seeds 1     so many runs, each with the next seed: many short ones find more than one long one
  --case 17     only this case, counted from 0
  --json        one JSON object for each run`;

/** Where a run is told. */
export interface Told {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Told after each case how many have been played. */
  readonly progress?: (played: number, of: number) => void;
}

/** The command. @returns 0: everything held; 1: something was broken; 2: the question was not understood */
export function command(args: readonly string[], to: Told, decider?: SimulationOptions['decider']): number {
  try {
    const options = asked(args);
    if (options.help) to.out(USAGE);
    return options.help ? 0 : runs({ ...options, decider }, to);
  } catch (error) {
    to.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
}

function asked(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      years: { type: 'string', default: '10' },
      cases: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string', default: '1' },
      case: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const cases = whole('cases', values.cases, 1, 100_000_000);
  return {
    help: values.help,
    json: values.json,
    years: whole('years', values.years, 1, MOST_YEARS),
    cases,
    seed: whole('seed', values.seed, 0, 2_147_483_647),
    seeds: whole('seeds', values.seeds, 1, 100_000_000),
    only: values.case === undefined ? undefined : whole('case', values.case, 0, cases - 1),
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && text.trim() !== '' && number >= least && number <= most) return number;
  throw new Error(`--${name} ${text}: a whole number from ${String(least)} to ${String(most)} is needed.`);
}

type Runs = ReturnType<typeof asked> & Pick<SimulationOptions, 'decider'>;

function runs({ seeds, seed: first, json, help: _, ...options }: Runs, to: Told): number {
  const digests = createHash('sha256');
  const progress = (played: number) => to.progress?.(played, options.cases);
  for (let seed = first; seed < first + seeds; seed += 1) {
    const since = performance.now();
    const summary = summaryOf({ ...options, seed, progress }, to);
    if (!summary) return 1;
    const seconds = (performance.now() - since) / 1_000;
    digests.update(summary.digest);
    if (json) to.out(JSON.stringify({ seed, years: options.years, ...summary, seconds }));
    else to.out(seeds === 1 ? told(summary, seconds) : line(seed, summary, seconds));
  }
  if (seeds > 1 && !json) to.out(`${String(seeds)} seeds, nothing broken. digest ${digests.digest('hex')}`);
  return 0;
}

/** Undefined where something was broken: then its story has been told, and how to see it again. */
function summaryOf(options: SimulationOptions, to: Told): Summary | undefined {
  try {
    return simulate(options);
  } catch (error) {
    if (!(error instanceof CaseFailed)) throw error;
    const again = `--years ${String(options.years)} --cases ${String(options.cases)} --seed ${String(error.seed)}`;
    to.error(`${error.story}\nagain   npm run simulate -- ${again} --case ${String(error.number)}`);
    return undefined;
  }
}

function line(seed: number, { events, digest }: Summary, seconds: number): string {
  return `seed ${String(seed)}: ${String(events)} events, ${seconds.toFixed(1)} s, ${digest}`;
}
