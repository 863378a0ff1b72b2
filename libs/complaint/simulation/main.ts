import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { CaseFailed } from './case-failed.js';
import { MOST_YEARS } from './office.js';
import { told } from './report.js';
import { simulate, type Summary } from './run.js';

const USAGE = `npm run simulate -- [options]
  --years 10    how many years, the last ones with a notice on holidays; ${String(MOST_YEARS)} at most
  --cases 1000  how many complaints come in over these years
  --seed 1      the same seed gives the same cases and the same digest
  --seeds 1     so many runs, each with the next seed: many short ones find more than one long one
  --case 17     only this case, counted from 0
  --json        one JSON object for each run`;

process.exitCode = run();

/** 0: everything held. 1: something was broken. 2: the question was not understood. */
function run(): number {
  try {
    const { help, json, years, cases, seed, seeds, only } = asked();
    if (help) console.log(USAGE);
    else runs({ years, cases, seed, seeds, only, json });
    return 0;
  } catch (error) {
    if (error instanceof CaseFailed) {
      console.error(error.story);
      return 1;
    }
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
}

function asked() {
  const { values } = parseArgs({
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

interface Runs {
  readonly years: number;
  readonly cases: number;
  readonly seed: number;
  readonly seeds: number;
  readonly only: number | undefined;
  readonly json: boolean;
}

function runs({ seeds, seed: first, json, ...options }: Runs): void {
  const digests = createHash('sha256');
  for (let seed = first; seed < first + seeds; seed += 1) {
    const since = performance.now();
    const summary = simulate({ ...options, seed, progress: progressOf(options.cases) });
    const seconds = (performance.now() - since) / 1_000;
    digests.update(summary.digest);
    if (json) console.log(JSON.stringify({ seed, ...options, ...summary, seconds }));
    else console.log(seeds === 1 ? told(summary, seconds) : line(seed, summary, seconds));
  }
  if (seeds > 1 && !json)
    console.log(`${String(seeds)} seeds, nothing broken. digest ${digests.digest('hex')}`);
}

function line(seed: number, { events, digest }: Summary, seconds: number): string {
  return `seed ${String(seed)}: ${String(events)} events, ${seconds.toFixed(1)} s, ${digest}`;
}

/** How far a long run has come, on a terminal only. */
function progressOf(cases: number): (played: number) => void {
  const every = Math.max(1, Math.floor(cases / 100));
  return (played) => {
    if (!process.stderr.isTTY || played % every > 0) return;
    process.stderr.write(played === cases ? '\r\u001b[K' : `\r${String(played)} of ${String(cases)} cases`);
  };
}
