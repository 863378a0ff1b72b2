import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrate } from '#platform/postgres';
import { PostgresEventStore, type NewEvent } from '#platform/event-store';
import { BareStore, createBareStore } from './bare-store.js';
import { DEFAULT_INTERLEAVE, closedLoop, interleave, type BenchRow, type Sample } from './measure.js';

const STREAM_LENGTH = 10;
const CALLERS = [
  { callers: 1, goal: 0.85 },
  { callers: 8, goal: 1.5 },
  { callers: 32, goal: 2 },
  { callers: 64, goal: 2 },
] as const;
const LOAD_GOAL = 0.85;
const READ_GOAL = 0.8;
const PAGE = 1_000;
const LOADED_STREAMS = 500;

/**
 * Append, load and read-forward through the store against the bare yardstick, in scratch databases on the
 * server of `adminUrl`. Every caller appends one event at a time, streams of ten events.
 */
export async function benchStore(
  adminUrl: string,
  options = DEFAULT_INTERLEAVE,
): Promise<readonly BenchRow[]> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(adminUrl, `create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  try {
    await migrate(url.href);
    await createBareStore(url.href);
    return await measureAll(url.href, options);
  } finally {
    await asAdmin(adminUrl, `drop database ${name} with (force)`);
  }
}

async function measureAll(url: string, options: typeof DEFAULT_INTERLEAVE): Promise<BenchRow[]> {
  const store = new PostgresEventStore(url, { applicationName: 'bench' });
  const bare = new BareStore(url, Math.max(...CALLERS.map(({ callers }) => callers)));
  const rows: BenchRow[] = [];
  try {
    for (const { callers, goal } of CALLERS) {
      const variants = [
        { name: 'bare, one transaction each', run: (ms: number) => appendBare(bare, callers, ms) },
        { name: 'store', goal, run: (ms: number) => appendStore(store, callers, ms) },
      ];
      rows.push(...(await interleave(`append, ${callers} callers`, 'events/s', variants, options)));
    }
    rows.push(...(await loads(store, bare, options)), ...(await reads(store, bare, options)));
  } finally {
    await Promise.all([store.close(), bare.close()]);
  }
  return rows;
}

function appendBare(bare: BareStore, callers: number, ms: number): Promise<Sample> {
  const write = streamWriter(callers);
  return closedLoop(callers, ms, (caller) => {
    const { stream, revision, event } = write(caller);
    return bare.append(stream, revision - 1, event);
  });
}

function appendStore(store: PostgresEventStore, callers: number, ms: number): Promise<Sample> {
  const write = streamWriter(callers);
  return closedLoop(callers, ms, async (caller) => {
    const { stream, revision, event } = write(caller);
    const expected = revision === 0 ? 'no-stream' : revision - 1;
    const { outcome } = await store.append({ stream, expected, events: [event] });
    if (outcome !== 'appended') throw new Error(outcome);
  });
}

async function loads(store: PostgresEventStore, bare: BareStore, options: typeof DEFAULT_INTERLEAVE) {
  const streams = Array.from({ length: LOADED_STREAMS }, () => `case-${randomUUID()}`);
  for (const stream of streams) {
    const events = Array.from({ length: STREAM_LENGTH }, () => sampleEvent());
    await store.append({ stream, expected: 'no-stream', events });
    for (const [index, event] of events.entries()) await bare.append(stream, index - 1, event);
  }
  let turn = 0;
  const next = () => streams[(turn += 1) % LOADED_STREAMS]!;
  const rows: BenchRow[] = [];
  for (const callers of [1, 8]) {
    const variants = [
      { name: 'bare select', run: (ms: number) => closedLoop(callers, ms, () => bare.load(next())) },
      {
        name: 'store',
        goal: LOAD_GOAL,
        run: (ms: number) => closedLoop(callers, ms, () => store.readStream(next())),
      },
    ];
    rows.push(
      ...(await interleave(`load ${STREAM_LENGTH} events, ${callers} callers`, 'loads/s', variants, options)),
    );
  }
  return rows;
}

async function reads(store: PostgresEventStore, bare: BareStore, options: typeof DEFAULT_INTERLEAVE) {
  const variants = [
    { name: 'bare pages of 1,000', run: (ms: number) => readBare(bare, ms) },
    { name: 'store, readAll', goal: READ_GOAL, run: (ms: number) => readStore(store, ms) },
  ];
  return interleave('read forward', 'events/s', variants, options);
}

async function readBare(bare: BareStore, ms: number): Promise<Sample> {
  let after = 0;
  return perEvent(ms, async () => {
    const rows = await bare.page(after, PAGE);
    after = rows.length < PAGE ? 0 : Number(rows.at(-1)?.position);
    return rows.length;
  });
}

async function readStore(store: PostgresEventStore, ms: number): Promise<Sample> {
  let after = store.start;
  return perEvent(ms, async () => {
    const { events, next } = await store.readAll(after, PAGE);
    after = events.length < PAGE ? store.start : next;
    return events.length;
  });
}

async function perEvent(ms: number, page: () => Promise<number>): Promise<Sample> {
  let events = 0;
  const start = performance.now();
  while (performance.now() - start < ms) events += await page();
  return { rate: (events * 1000) / (performance.now() - start) };
}

/** For each caller its own streams, ten events each, one event at a time. */
function streamWriter(callers: number) {
  const at = Array.from({ length: callers }, () => ({ stream: '', revision: STREAM_LENGTH - 1 }));
  return (caller: number) => {
    const place = at[caller]!;
    place.revision += 1;
    if (place.revision === STREAM_LENGTH)
      Object.assign(place, { stream: `case-${randomUUID()}`, revision: 0 });
    return { ...place, event: sampleEvent() };
  };
}

/** About 600 bytes of data and 110 or more of metadata, part of it personal data as it is stored: sealed. */
function sampleEvent(): NewEvent {
  const id = randomUUID();
  return {
    id,
    type: 'complaint.registered',
    schemaVersion: 1,
    data: {
      channel: 'hotline-12345',
      receivedAt: '2026-04-03T01:00:00.000Z',
      office: '530102',
      matter: { kind: 'tour-contract', amountFen: 128_800, tags: ['购物', '行程变更'] },
      complainant: sealed('complainant.phone', id),
      summary: sealed('summary', id),
    },
    meta: {
      commandId: id,
      actor: { id: 'u-17', roles: ['handler'], office: '530102' },
      happenedAt: '2026-04-03T01:00:00.000Z',
      recordedAt: '2026-04-03T01:00:00.120Z',
    },
  };
}

function sealed(field: string, subject: string) {
  return {
    $sealed: 1,
    subject,
    field,
    iv: 'q83vEjRWeJq83vEj',
    text: 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4',
    commitment: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  };
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
