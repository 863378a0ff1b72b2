import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { type NewEvent, type Position, PostgresEventStore } from '#platform/event-store';
import { createAppPool } from '#platform/postgres';
import { type Projection, ProjectionRunner, ReadModels } from '#platform/projections';
import { type BenchRow, interleave, type Sample, spread } from './measure.js';
import { inScratchDatabase } from './scratch.js';

export interface ProjectionBenchOptions {
  /** Cases whose events lie scattered: each page of 1,000 events belongs to 1,000 different cases. */
  readonly cases: number;
  readonly eventsPerCase: number;
  readonly repetitions: number;
  /** Appends a second, and for how long in ms, while the lag is measured. */
  readonly appendsPerSecond: number;
  readonly lagMs: number;
}

const DEFAULTS: ProjectionBenchOptions = {
  cases: 4000,
  eventsPerCase: 10,
  repetitions: 5,
  appendsPerSecond: 200,
  lagMs: 10_000,
};
const REBUILD_GOAL = 0.5;
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

/** Rebuild against raw read-forward of the same log, and the lag from append to visible row. */
export async function benchProjections(
  adminUrl: string,
  options: Partial<ProjectionBenchOptions> = {},
): Promise<readonly BenchRow[]> {
  const all = { ...DEFAULTS, ...options };
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
      await fill(store, all);
      const rebuilds = await benchRebuild(pool, runner, all);
      runner.start();
      return [...rebuilds, await benchLag(store, new ReadModels({ pool, store }), all)];
    } finally {
      await runner.stop();
      await store.close();
      await pool.end();
    }
  });
}

async function fill(store: PostgresEventStore, { cases, eventsPerCase }: ProjectionBenchOptions) {
  for (let round = 0; round < eventsPerCase; round += 1) {
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

function benchRebuild(pool: Pool, runner: ProjectionRunner, options: ProjectionBenchOptions) {
  const variants = [
    { name: 'raw read-forward', run: () => readRaw(pool) },
    { name: 'rebuild, scattered cases', goal: REBUILD_GOAL, run: () => rebuild(runner) },
  ];
  const settings = { repetitions: options.repetitions, ms: 0, warmUpMs: 0, quietWaitMs: 3_000 };
  return interleave('read model from zero', 'events/s', variants, settings);
}

/** The log in pages, parsed, and nothing done with it. */
async function readRaw(pool: Pool): Promise<Sample> {
  const started = performance.now();
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
  return { rate: (events * 1000) / (performance.now() - started) };
}

async function rebuild(runner: ProjectionRunner): Promise<Sample> {
  const started = performance.now();
  const { events } = await runner.rebuild(caseList.name);
  return { rate: (events * 1000) / (performance.now() - started) };
}

/** From the acknowledged append to the moment a reader finds it in the read model. */
async function benchLag(
  store: PostgresEventStore,
  models: ReadModels,
  { appendsPerSecond, lagMs }: ProjectionBenchOptions,
): Promise<BenchRow> {
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
    const due = started + (n * 1000) / appendsPerSecond;
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
    what: `lag at ${appendsPerSecond} appends/s`,
    variant: 'append to visible',
    unit: 'appends/s',
    rate: spread([(lags.length * 1000) / lagMs]),
    p50: lags[Math.floor(lags.length / 2)],
    p99: lags[Math.floor(lags.length * 0.99)],
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
