import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresEventStore } from '#platform/event-store';
import { ReadModels } from '#platform/projections';
import { EACH_TIMER, timersProjection } from '#platform/timers';
import { Chance } from '#testing';
import { FAULTS } from '../catalogue.js';
import { wallClocksAstray } from '../deeds/time.js';
import type { Engines } from '../engines.js';
import { latenessOfRungs } from '../lateness.js';
import { Nemesis, type Fault } from '../nemesis.js';
import { Program } from '../program.js';
import type { QueueKind } from '../queue/port.js';
import { recovered, whyNotRecovered } from '../recovery.js';
import { mysteriesIn, type RunReport } from '../report.js';
import { findFaketime } from '../wall-clock.js';
import { checkClocks, type ClockFact, type ClockRow, type Verdict } from './check.js';
import { CLOCKS } from './business.js';
import { setClocks } from './people.js';
import { TimersStage } from './stage.js';

export interface TimersRunOptions {
  readonly seed: number;
  readonly queue: QueueKind;
  readonly faults: readonly Fault[];
  /** No new fault after so long, in ms, nor after so many. */
  readonly faultsMs: number;
  readonly enough?: number;
  readonly patienceMs?: number;
  readonly say?: (words: string) => void;
}

/** What a run of the timers has shown. */
export type TimersReport = RunReport & Omit<Verdict, 'rungs'>;

const BEGIN = '2026-04-10T01:00:00.000Z';

/** The faults that can befall timers, with that queue, on this machine. */
export function timerFaultsWith(queue: QueueKind): Fault[] {
  const clocks = findFaketime() !== undefined;
  return FAULTS.filter(
    ({ name, queue: only = queue, deed, model }) =>
      only === queue &&
      !name.startsWith('api ') &&
      // It is passed where the cases of the office are stored; these clocks are no cases.
      name !== 'worker killed after append, before answer' &&
      (clocks || deed !== wallClocksAstray) &&
      model.length > 0,
  );
}

/** One run: clocks are set, met and run out while faults are injected; then all calms down and the log is checked. */
export async function runTimerFaults(options: TimersRunOptions): Promise<TimersReport> {
  const { seed, queue, faultsMs, patienceMs = 60_000, say = () => undefined } = options;
  const began = performance.now();
  const pointsHit: string[] = [];
  const ended: string[] = [];
  const stage = await TimersStage.start(BEGIN, queue, ({ name }, { killed, failPoint }) => {
    if (failPoint !== undefined) pointsHit.push(`${name} at ${failPoint}`);
    else ended.push(`${name} ${killed ? 'was killed' : 'ended'} by itself`);
  });
  const { engines } = stage;
  const store = new PostgresEventStore(engines.databaseUrl, { applicationName: 'people' });
  let keep = true;
  try {
    const chance = new Chance(seed);
    const until = performance.now() + faultsMs;
    let over = false;
    const nemesis = new Nemesis({
      stage,
      chance: chance.part(0),
      faults: options.faults,
      enough: options.enough,
      stopping: () => performance.now() > until,
      patienceMs,
      say,
    });
    const faults: string[] = [];
    if ((await recovered(stage, 120_000)) === undefined)
      faults.push(`did not start: ${whyNotRecovered(stage)}`);
    const people = setClocks({
      store,
      chance: chance.part(1),
      officeTime: () => officeTime(engines),
      stopping: () => over,
    });
    await Promise.all([nemesis.run().finally(() => (over = true)), people]);
    const last = await officeTime(engines);
    if ((await recovered(stage, patienceMs)) === undefined)
      faults.push(`not well in the end: ${whyNotRecovered(stage)}`);
    // Workers first: what they wrote last is to be read by the projectors too.
    const unwilling = await Program.end(stage.programs.worker);
    await sleep(1_000);
    unwilling.push(...(await Program.end(stage.programs.projector)));
    faults.push(...nemesis.faults, ...unwilling.map((name) => `${name} did not end when asked`));
    const moves = engines.time.moves.toSorted((one, other) => one.at - other.at);
    const { rungs, ...verdict } = checkClocks(
      await factsOf(engines),
      await rowsOf(engines, store),
      moves,
      last,
    );
    const lateness = latenessOfRungs(rungs, nemesis.injected);
    faults.push(...mysteriesIn(lateness));
    const { lost, early, doubled, untrue } = verdict;
    keep = [faults, lost, early, doubled, untrue].some((found) => found.length > 0);
    if (keep) say(`Logs are kept in ${engines.folder}`);
    const seconds = (performance.now() - began) / 1000;
    return {
      seed,
      queue,
      seconds,
      injected: nemesis.injected,
      pointsHit,
      ended,
      lateness,
      faults,
      ...verdict,
    };
  } finally {
    await store.close();
    await stage.stop();
    if (!keep) engines.forget();
  }
}

async function officeTime({ pool }: Engines): Promise<number> {
  const { rows } = await pool.query<{ ms: number }>(
    'select floor(extract(epoch from platform.now()) * 1000)::float8 as ms',
  );
  return rows[0]?.ms ?? Number.NaN;
}

async function factsOf({ pool }: Engines): Promise<ClockFact[]> {
  const { rows } = await pool.query<ClockFact>(
    `select stream_id as stream, body::jsonb ->> 'type' as type, (body::jsonb -> 'data' ->> 'revision')::int as revision,
        body::jsonb -> 'data' ->> 'at' as at,
        body::jsonb -> 'data' ->> 'warnAt' as "warnAt", (extract(epoch from appended_at) * 1000)::float8 as "writtenAt"
      from es.events where category = 'clock' order by position`,
  );
  return rows.map(
    (row) => JSON.parse(JSON.stringify(row, (_, value: unknown) => value ?? undefined)) as ClockFact,
  );
}

async function rowsOf({ pool }: Engines, store: PostgresEventStore): Promise<ClockRow[]> {
  const table = await new ReadModels({ pool, store, projections: [timersProjection(CLOCKS)] }).tableOf(
    'timers',
  );
  return (
    await pool.query<ClockRow>(
      `select timer_id as "timerId", revision, state from ${table} t cross join ${EACH_TIMER}`,
    )
  ).rows;
}
