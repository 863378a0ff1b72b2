import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { v5 as uuidv5 } from 'uuid';
import { type NewEvent, PostgresEventStore } from '#platform/event-store';
import { createAppPool } from '#platform/postgres';
import { ProjectionRunner, type ProjectedEvent, ReadModels } from '#platform/projections';
import {
  BullWakeUpQueue,
  migrateQueue,
  postgresBackend,
  type QueueBackend,
  redisBackend,
} from '#platform/queue';
import {
  EACH_TIMER,
  type DueTimer,
  Firing,
  type TimerChange,
  TimerDispatcher,
  TimerLedger,
  timersProjection,
  TimerTable,
  TimerWorker,
} from '#platform/timers';
import { overRepetitions, quantile, spread, type BenchRow, type Goal } from './row.js';
import { inScratchDatabase } from './scratch.js';

export interface TimerBenchOptions {
  /** Clocks that run out spread over `spreadMs`. */
  readonly clocks: number;
  readonly spreadMs: number;
  /** Clocks that ran out before anything was started. */
  readonly overdue: number;
  readonly repetitions: number;
}

const LATENESS_GOALS: Readonly<Record<string, Goal>> = { redis: { p99: 20 }, postgres: { p99: 1_000 } };
const DRAIN_GOAL = { ratio: 0.5 };
const NAMESPACE = '5b8f1fd2-53f0-4a57-8d6a-0d6d2f0c9a10';
const EVER = ['0001-01-01T00:00:00Z', '9999-01-01T00:00:00Z'] as const;

const clocks = {
  version: 1,
  categories: ['clock'],
  timersOf: ({ type, stream, data }: ProjectedEvent): readonly TimerChange[] =>
    type === 'ClockStarted'
      ? [{ op: 'set', clock: stream, kind: 'bench', revision: 0, fireAt: String(data['at']) }]
      : [{ op: 'end', clock: stream, kind: 'bench', end: 'fired' }],
};

/**
 * Lateness of clocks, effect appended, beside that of a queue that does nothing; and how fast overdue ones are worked off,
 * against a bare append and a queue that does nothing.
 */
export async function benchTimers(
  adminUrl: string,
  redisUrl: string | undefined,
  options: TimerBenchOptions,
): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const kind of redisUrl === undefined ? ['postgres'] : ['redis', 'postgres']) {
    const each: BenchRow[][] = [];
    for (let repetition = 0; repetition < options.repetitions; repetition += 1) {
      each.push(await inScratchDatabase(adminUrl, (url) => onQueue(kind, url, redisUrl, options)));
    }
    rows.push(...overRepetitions(each));
  }
  return rows;
}

async function onQueue(
  kind: string,
  url: string,
  redisUrl: string | undefined,
  options: TimerBenchOptions,
): Promise<BenchRow[]> {
  await migrateQueue(url);
  const backend =
    kind === 'redis'
      ? redisBackend({ url: redisUrl ?? '', prefix: `bench-${randomUUID()}` })
      : postgresBackend({ url });
  return [
    await queueLateness(backend, options),
    await lateness(url, backend, options),
    ...(await drain(url, backend, options)),
  ];
}

/** Everything that makes clocks fire, as the worker wires it. */
async function openOffice(url: string, backend: QueueBackend) {
  const pool = createAppPool(url, { applicationName: 'bench', max: 16 });
  const store = new PostgresEventStore(url, { applicationName: 'bench' });
  const models = new ReadModels({ pool, store });
  const upcast = (event: ProjectedEvent): ProjectedEvent => event;
  const runner = new ProjectionRunner({ pool, store, projections: [timersProjection(clocks)], upcast });
  const queue = await BullWakeUpQueue.open({ backend, name: `bench-${randomUUID()}` });
  const table = new TimerTable(pool, models);
  const firing = new Firing({ pool, fire: (timer, now) => runOut(store, timer, now) });
  const worker = new TimerWorker(queue, table, firing);
  const dispatcher = new TimerDispatcher({
    pool,
    store,
    models,
    table,
    firing,
    queue,
    upcast,
    timers: clocks,
    sweepConcurrency: 64,
  });
  const close = async (): Promise<void> => {
    await dispatcher.stop();
    await queue.close();
    await runner.stop();
    await store.close();
    await pool.end();
  };
  return {
    pool,
    store,
    models,
    runner,
    queue,
    worker,
    dispatcher,
    ledger: new TimerLedger(pool, models),
    close,
  };
}

async function runOut(
  store: PostgresEventStore,
  { stream, revision }: DueTimer,
  now: string,
): Promise<'done'> {
  const id = uuidv5(`${stream}/${revision}`, NAMESPACE);
  await store.append({ stream, expected: 'any', events: [event('ClockRanOut', { revision }, now, id)] });
  return 'done';
}

/** How late calls come that do nothing: the yardstick of what a clock can reach. */
async function queueLateness(backend: QueueBackend, options: TimerBenchOptions): Promise<BenchRow> {
  const { clocks: count, spreadMs } = options;
  const queue = await BullWakeUpQueue.open({ backend, name: `bench-${randomUUID()}` });
  try {
    const late: number[] = [];
    const began = performance.now();
    const delayOf = (n: number) => 6000 + (n * spreadMs) / count;
    queue.process(async ({ data }) => {
      late.push(performance.now() - began - delayOf(Number(data['n'])));
    });
    await queue.scheduleMany(
      Array.from({ length: count }, (_, n) => ({ id: `late_${n}`, delayMs: delayOf(n), data: { n } })),
    );
    const end = performance.now() + spreadMs + 60_000;
    while (late.length < count && performance.now() < end) await sleep(50);
    late.sort((a, b) => a - b);
    return {
      what: `${count} clocks in ${spreadMs / 1000} s`,
      variant: `queue with no-op, ${backend.kind}`,
      unit: 'clocks/s',
      rate: spread([(count * 1000) / spreadMs]),
      p50: quantile(late, 0.5),
      p99: quantile(late, 0.99),
    };
  } finally {
    await queue.close();
  }
}

async function lateness(url: string, backend: QueueBackend, options: TimerBenchOptions): Promise<BenchRow> {
  const office = await openOffice(url, backend);
  try {
    office.runner.start();
    await start(
      office.pool,
      office.store,
      options.clocks,
      (n) => 6000 + (n * options.spreadMs) / options.clocks,
    );
    office.worker.start();
    office.dispatcher.start();
    await fired(office.ledger, options.clocks, options.spreadMs + 60_000);
    const table = await office.models.tableOf('timers');
    const { rows } = await office.pool.query<{ p50: number; p99: number; early: number }>(
      `select percentile_cont(0.5) within group (order by late) as p50,
          percentile_cont(0.99) within group (order by late) as p99, count(*) filter (where late < 0)::int as early
        from (select extract(epoch from ended_at - fire_at)::float8 * 1000 as late
          from ${table} t cross join ${EACH_TIMER}) as fired`,
    );
    const found = rows[0];
    if (found === undefined || found.early > 0) throw new Error(`${found?.early} clocks fired early`);
    return {
      what: `${options.clocks} clocks in ${options.spreadMs / 1000} s`,
      variant: `lateness, ${backend.kind}`,
      unit: 'clocks/s',
      rate: spread([(options.clocks * 1000) / options.spreadMs]),
      p50: found.p50,
      p99: found.p99,
      goal: LATENESS_GOALS[backend.kind],
    };
  } finally {
    await office.close();
  }
}

async function drain(
  url: string,
  backend: QueueBackend,
  { overdue }: TimerBenchOptions,
): Promise<BenchRow[]> {
  const office = await openOffice(url, backend);
  const what = `${overdue} clocks overdue`;
  const row = (variant: string, ms: number, yardstickMs?: number): BenchRow => ({
    what,
    variant,
    unit: 'clocks/s',
    rate: spread([(overdue * 1000) / ms]),
    ...(yardstickMs === undefined ? {} : { ratio: spread([yardstickMs / ms]), goal: DRAIN_GOAL }),
  });
  try {
    const before = (await office.ledger.shouldHaveFired(...EVER)).fired;
    office.runner.start();
    const bareMs = await timed(() =>
      each(overdue, 64, (n) => runOut(office.store, bareTimer(n), new Date().toISOString())),
    );
    await start(office.pool, office.store, overdue, (n) => -1000 - n);
    await office.models.waitFor('timers', await office.store.head(), 60_000);
    const queueMs = await noOpDrain(office.queue, overdue);
    const drainMs = await timed(async () => {
      office.dispatcher.start();
      await fired(office.ledger, before + overdue, 120_000);
    });
    return [
      row('append of the effect only', bareMs),
      row(`queue with no-op, ${backend.kind}`, queueMs),
      row(`worked off, ${backend.kind}`, drainMs, bareMs),
    ];
  } finally {
    await office.close();
  }
}

async function noOpDrain(queue: BullWakeUpQueue, count: number): Promise<number> {
  await queue.scheduleMany(
    Array.from({ length: count }, (_, n) => ({ id: `noop_${n}`, delayMs: 0, data: { n } })),
  );
  let answered = 0;
  const started = performance.now();
  queue.process(async () => {
    answered += 1;
  });
  while (answered < count) await sleep(5);
  return performance.now() - started;
}

async function start(pool: Pool, store: PostgresEventStore, count: number, dueInMs: (n: number) => number) {
  const { rows } = await pool.query<{ ms: number }>(
    'select extract(epoch from platform.now())::float8 * 1000 as ms',
  );
  const now = rows[0]?.ms ?? Number.NaN;
  await each(count, 256, (n) => {
    const data = { at: new Date(now + dueInMs(n)).toISOString() };
    const events = [event('ClockStarted', data, new Date(now).toISOString())];
    return store.append({ stream: `clock-${randomUUID()}`, expected: 'no-stream', events });
  });
}

async function fired(ledger: TimerLedger, count: number, timeoutMs: number): Promise<void> {
  const end = performance.now() + timeoutMs;
  while ((await ledger.shouldHaveFired(...EVER).catch(() => ({ fired: 0 }))).fired < count) {
    if (performance.now() > end) throw new Error('not every clock has fired');
    await sleep(200);
  }
}

/** `limit` at a time, all of them. */
async function each(count: number, limit: number, work: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: limit }, one));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function bareTimer(n: number): DueTimer {
  return { timerId: '', clock: '', stream: `bare-${randomUUID()}`, kind: 'bench', revision: n, fireAt: '' };
}

function event(
  type: string,
  data: NewEvent['data'],
  recordedAt: string,
  id: string = randomUUID(),
): NewEvent {
  return { id, type, schemaVersion: 1, data, meta: { commandId: id, happenedAt: recordedAt, recordedAt } };
}
