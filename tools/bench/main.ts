import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { startTestServers, type TestServers } from '#testing';
import { benchCalendar } from './calendar.js';
import { benchCases } from './cases.js';
import { benchDrain } from './drain.js';
import { benchHttp } from './http.js';
import { machineLine } from './machine.js';
import { DEFAULT_INTERLEAVE, type InterleaveOptions } from './measure.js';
import { benchSealing } from './personal-data.js';
import { benchLag, benchRebuild } from './projections.js';
import { benchRescheduling } from './rescheduling.js';
import { formatRows, reachesGoal, type BenchRow } from './row.js';
import { benchAppend, benchLoad, benchReadForward } from './store.js';
import { benchTimers, type TimerBenchOptions } from './timers.js';

interface Scale {
  readonly interleave: InterleaveOptions;
  readonly rebuiltCases: number;
  readonly lagMs: number;
  readonly rescheduled: number;
  /** Clocks of cases that are overdue at start; each has some 2.5 timers. */
  readonly drained: number;
  /** Carried from the registration to the archive. */
  readonly cases: number;
  readonly clocks: TimerBenchOptions;
}

const FULL: Scale = {
  interleave: DEFAULT_INTERLEAVE,
  rebuiltCases: 10_000,
  lagMs: 10_000,
  rescheduled: 100_000,
  drained: 40_000,
  cases: 10_000,
  clocks: { clocks: 10_000, spreadMs: 20_000, overdue: 100_000, repetitions: 3 },
};
/** A glance while working: too short for the figures to be quoted. */
const QUICK: Scale = {
  interleave: { repetitions: 3, ms: 500, warmUpMs: 1_000, quietWaitMs: 1_000 },
  rebuiltCases: 3_000,
  lagMs: 3_000,
  rescheduled: 10_000,
  drained: 2_000,
  cases: 400,
  clocks: { clocks: 2_500, spreadMs: 5_000, overdue: 10_000, repetitions: 1 },
};

type Section = (servers: TestServers, scale: Scale) => Promise<readonly BenchRow[]>;

const SECTIONS: Readonly<Record<string, Section>> = {
  append: ({ databaseUrl }, { interleave }) => benchAppend(databaseUrl, interleave),
  load: ({ databaseUrl }, { interleave }) => benchLoad(databaseUrl, interleave),
  read: ({ databaseUrl }, { interleave }) => benchReadForward(databaseUrl, interleave),
  rebuild: ({ databaseUrl }, { rebuiltCases, interleave }) =>
    benchRebuild(databaseUrl, rebuiltCases, interleave),
  lag: ({ databaseUrl }, { lagMs }) => benchLag(databaseUrl, lagMs),
  http: ({ databaseUrl }, { interleave }) => benchHttp(databaseUrl, interleave),
  timers: ({ databaseUrl, redisUrl }, { clocks }) => benchTimers(databaseUrl, redisUrl, clocks),
  drain: ({ databaseUrl, redisUrl }, { drained }) => benchDrain(databaseUrl, redisUrl, drained),
  rescheduling: ({ databaseUrl, redisUrl }, { rescheduled }) =>
    benchRescheduling(databaseUrl, redisUrl, rescheduled),
  cases: ({ databaseUrl, redisUrl }, { cases }) => benchCases(databaseUrl, redisUrl, cases),
  'due-dates': (_, { interleave }) => benchCalendar(interleave),
  sealing: ({ databaseUrl }, { interleave }) => benchSealing(databaseUrl, interleave),
};

/** Longer than anybody waits for the rest. */
const ON_REQUEST = ['cases'];

const USAGE = `npm run bench -- [options]
  --only append,http   these only; there are ${Object.keys(SECTIONS).join(', ')}
                       (${ON_REQUEST.join(', ')}: only when named)
  --quick              short measurements, for a glance
  --json               one JSON object instead of the table`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) console.log(USAGE);
else
  await bench(
    options.only?.split(',') ?? Object.keys(SECTIONS).filter((name) => !ON_REQUEST.includes(name)),
    options.quick ? QUICK : FULL,
    options.json,
  );

async function bench(names: readonly string[], scale: Scale, asJson: boolean): Promise<void> {
  const unknown = names.filter((name) => !(name in SECTIONS));
  if (unknown.length > 0) {
    console.error(`There is no ${unknown.join(', ')}.\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const machine = machineLine();
  const say = (text: string): void => {
    if (!asJson) console.log(text);
  };
  say(`${machine}\n`);
  const servers = await startTestServers({ durable: true });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void servers.stop().finally(() => process.exit(130));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const rows: BenchRow[] = [];
  try {
    if (servers.redisReason !== undefined) say(`Without Redis: ${servers.redisReason}\n`);
    for (const name of names) {
      const found = (await SECTIONS[name]?.(servers, scale)) ?? [];
      rows.push(...found);
      say(`${formatRows(found)}\n`);
    }
  } finally {
    await servers.stop();
  }
  const missed = rows.filter((row) => !reachesGoal(row)).length;
  const goals = rows.filter(({ goal }) => goal !== undefined).length;
  const load = loadavg()[0]?.toFixed(2);
  if (asJson) console.log(JSON.stringify({ machine, rows, goals, missed }, null, 2));
  else say(`${goals - missed} of ${goals} goals reached. Load at end ${load}.`);
}
