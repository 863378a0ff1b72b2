import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { type NewEvent, type Position, PostgresEventStore } from '#platform/event-store';
import { createAppPool } from '#platform/postgres';
import { type Projection, ProjectionRunner, ReadModels } from '#platform/projections';
import { interleave, timedWork, type InterleaveOptions, type Sample } from './measure.js';
import { quantile, spread, type BenchRow } from './row.js';
import { inScratchDatabase } from './scratch.js';

const EVENTS_PER_CASE = 10;
const REBUILD_GOAL = { ratio: 0.5 };
const LAG_GOAL = { p99: 10 };
const APPENDS_PER_SECOND = 200;
const PAGE = 1000;

interface CaseRow {
  readonly id: string;
  readonly office: string;
  readonly status: string;
  readonly events: number;
  readonly received_at: string;
  readonly amount: number;
  readonly summary: string;
}

/** A primary key and two indexes, as a work list has. */
const caseList: Projection<CaseRow> = {
  name: 'case_list',
  version: 1,
  categories: ['case'],
  key: 'id',
  columns: {
    id: 'text',
    office: 'text not null',
    status: 'text not null',
    events: 'integer not null',
    received_at: 'timestamptz not null',
    amount: 'bigint not null',
    summary: 'text not null',
  },
  indexes: ['office, received_at', 'status, id'],
  touches: ({ stream }) => [stream],
  fold: (row, key, { data, type }) => ({
    id: key,
    office: String(data['office']),
    status: type,
    events: (row?.events ?? 0) + 1,
    received_at: String(data['receivedAt']),
    amount: (row?.amount ?? 0) + Number(data['amount']),
    summary: String(data['summary']),
  }),
};

/**
 * A read model built from the first event, against reading the same log and doing nothing. The cases lie
 * scattered: the events of a page belong to as many cases.
 */
export function benchRebuild(
  adminUrl: string,
  cases: number,
  options: InterleaveOptions,
): Promise<readonly BenchRow[]> {
  return withRunner(adminUrl, async ({ pool, store, runner }) => {
    await fill(store, cases);
    const variants = [
      { name: 'raw read-forward', run: () => readRaw(pool) },
      { name: 'rebuild, scattered cases', goal: REBUILD_GOAL, run: () => rebuild(runner) },
    ];
    // A rebuild takes the time it takes; one before the first that counts warms everything up.
    return interleave('read model from zero', 'events/s', variants, { ...options, warmUpMs: 1 });
  });
}

/** From the acknowledged append to the moment a reader finds it in the read model, 200 times a second. */
export function benchLag(adminUrl: string, ms: number): Promise<readonly BenchRow[]> {
  return withRunner(adminUrl, async ({ pool, store, runner }) => {
    await fill(store, 400);
    runner.start();
    const models = new ReadModels({ pool, store });
    await measureLag(store, models, 2_000);
    return [await measureLag(store, models, ms)];
  });
}

interface Surroundings {
  readonly pool: Pool;
  readonly store: PostgresEventStore;
  readonly runner: ProjectionRunner;
}

function withRunner<T>(adminUrl: string, work: (surroundings: Surroundings) => Promise<T>): Promise<T> {
  return inScratchDatabase(adminUrl, async (url) => {
    const pool = createAppPool(url, { applicationName: 'bench', max: 8 });
    const store = new PostgresEventStore(url, { applicationName: 'bench' });
    const runner = new ProjectionRunner({
      pool,
      store,
      projections: [caseList],
      upcast: (event) => event,
      keepRetiredMs: 0,
    });
    try {
      return await work({ pool, store, runner });
    } finally {
      await runner.stop();
      await store.close();
      await pool.end();
    }
  });
}

async function fill(store: PostgresEventStore, cases: number): Promise<void> {
  for (let round = 0; round < EVENTS_PER_CASE; round += 1) {
    const order = Array.from({ length: cases }, (_, n) => `case-${(n * 7919) % cases}`);
    for (let from = 0; from < cases; from += 500) {
      await Promise.all(
        order
          .slice(from, from + 500)
          .map((stream) => store.append({ stream, expected: 'any', events: [sampleEvent()] })),
      );
    }
  }
}

/** The log in pages, parsed, and nothing done with it. */
function readRaw(pool: Pool): Promise<Sample> {
  return timedWork(async () => {
    let events = 0;
    for (let after = '0'; ;) {
      const { rows } = await pool.query<{ position: string; body: string }>({
        name: 'bench-read-raw',
        text: `select position, stream_id, revision, body from es.events where position > $1 order by position limit ${PAGE}`,
        values: [after],
      });
      for (const { body } of rows) JSON.parse(body);
      events += rows.length;
      if (rows.length < PAGE) break;
      after = rows.at(-1)?.position ?? after;
    }
    return events;
  });
}

function rebuild(runner: ProjectionRunner): Promise<Sample> {
  return timedWork(async () => (await runner.rebuild(caseList.name)).events);
}

async function measureLag(store: PostgresEventStore, models: ReadModels, lagMs: number): Promise<BenchRow> {
  await models.waitFor(caseList.name, await store.head(), 30_000);
  const appended: { position: Position; at: number }[] = [];
  const lags: number[] = [];
  let open = true;
  const watching = (async () => {
    while (open || appended.length > 0) {
      const next = appended[0];
      if (next === undefined) await sleep(0.5);
      else if (await models.waitFor(caseList.name, next.position, 1000))
        lags.push(performance.now() - next.at);
      if (next !== undefined) appended.shift();
    }
  })();
  const started = performance.now();
  const pending: Promise<unknown>[] = [];
  for (let n = 0; performance.now() - started < lagMs; n += 1) {
    const due = started + (n * 1000) / APPENDS_PER_SECOND;
    if (due > performance.now()) await sleep(due - performance.now());
    pending.push(
      store
        .append({ stream: `case-${n % 997}`, expected: 'any', events: [sampleEvent()] })
        .then(
          (outcome) =>
            outcome.outcome === 'appended' &&
            appended.push({ position: outcome.position, at: performance.now() }),
        ),
    );
  }
  await Promise.all(pending);
  open = false;
  await watching;
  lags.sort((a, b) => a - b);
  return {
    what: `lag at ${APPENDS_PER_SECOND} appends/s`,
    variant: 'append to visible',
    unit: 'appends/s',
    rate: spread([(lags.length * 1000) / lagMs]),
    p50: quantile(lags, 0.5),
    p99: quantile(lags, 0.99),
    goal: LAG_GOAL,
  };
}

function sampleEvent(): NewEvent {
  const id = randomUUID();
  return {
    id,
    type: 'ComplaintRegistered',
    schemaVersion: 1,
    data: {
      office: `5301${id.slice(0, 2)}`,
      receivedAt: '2026-04-03T01:00:00.000Z',
      amount: 128_800,
      summary: '购物退款纠纷，要求退还货款并赔偿损失。'.repeat(6),
    },
    meta: { commandId: id, happenedAt: '2026-04-03T01:00:00.000Z', recordedAt: '2026-04-03T01:00:00.120Z' },
  };
}
