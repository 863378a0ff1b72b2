import { randomUUID } from 'node:crypto';
import { PostgresEventStore, type NewEvent } from '#platform/event-store';
import { BareStore, createBareStore } from './bare-store.js';
import { closedLoop, interleave, timedWork, type InterleaveOptions, type Sample } from './measure.js';
import type { BenchRow } from './row.js';
import { inScratchDatabase } from './scratch.js';

const STREAM_LENGTH = 10;
const CALLERS = [
  { callers: 1, goal: { ratio: 0.85 } },
  { callers: 8, goal: { ratio: 1.5 } },
  { callers: 32, goal: { ratio: 2 } },
  { callers: 64, goal: { ratio: 2 } },
] as const;
const LOAD_GOAL = { ratio: 0.85 };
const READ_GOAL = { ratio: 0.8 };
const PAGE = 1_000;
const LOADED_STREAMS = 500;
const READ_STREAMS = 6_000;

/** One event through the store, everything on, against the bare yardstick: one transaction each. */
export function benchAppend(adminUrl: string, options: InterleaveOptions): Promise<readonly BenchRow[]> {
  return withStores(adminUrl, async (store, bare) => {
    const rows: BenchRow[] = [];
    for (const { callers, goal } of CALLERS) {
      const variants = [
        { name: 'bare, one transaction each', run: (ms: number) => appendBare(bare, callers, ms) },
        { name: 'store', goal, run: (ms: number) => appendStore(store, callers, ms) },
      ];
      rows.push(...(await interleave(`append, ${callersText(callers)}`, 'events/s', variants, options)));
    }
    return rows;
  });
}

/** A stream of ten events through the store, against a bare select. */
export function benchLoad(adminUrl: string, options: InterleaveOptions): Promise<readonly BenchRow[]> {
  return withStores(adminUrl, async (store, bare) => {
    const streams = await fill(store, bare, LOADED_STREAMS);
    let turn = 0;
    const next = () => streams[(turn += 1) % LOADED_STREAMS]!;
    const rows: BenchRow[] = [];
    for (const callers of [1, 8]) {
      const loads = (load: (stream: string) => Promise<unknown>) => (ms: number) =>
        closedLoop(callers, ms, () => load(next()));
      const variants = [
        { name: 'bare select', run: loads((stream) => bare.load(stream)) },
        { name: 'store', goal: LOAD_GOAL, run: loads((stream) => store.readStream(stream)) },
      ];
      const what = `load ${STREAM_LENGTH} events, ${callersText(callers)}`;
      rows.push(...(await interleave(what, 'loads/s', variants, options)));
    }
    return rows;
  });
}

/** The whole log in pages of 1,000 through the store, against bare pages. */
export function benchReadForward(adminUrl: string, options: InterleaveOptions): Promise<readonly BenchRow[]> {
  return withStores(adminUrl, async (store, bare) => {
    await fill(store, bare, READ_STREAMS);
    const variants = [
      { name: 'bare pages of 1,000', run: (ms: number) => readBare(bare, ms) },
      { name: 'store, readAll', goal: READ_GOAL, run: (ms: number) => readStore(store, ms) },
    ];
    return interleave('read forward', 'events/s', variants, options);
  });
}

function withStores<T>(
  adminUrl: string,
  work: (store: PostgresEventStore, bare: BareStore) => Promise<T>,
): Promise<T> {
  return inScratchDatabase(adminUrl, async (url) => {
    await createBareStore(url);
    const store = new PostgresEventStore(url, { applicationName: 'bench' });
    const bare = new BareStore(url, Math.max(...CALLERS.map(({ callers }) => callers)));
    try {
      return await work(store, bare);
    } finally {
      await Promise.all([store.close(), bare.close()]);
    }
  });
}

function callersText(callers: number): string {
  return callers === 1 ? '1 caller' : `${callers} callers`;
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

/** The same streams of ten events in both stores. */
async function fill(store: PostgresEventStore, bare: BareStore, count: number): Promise<readonly string[]> {
  const streams = Array.from({ length: count }, () => `case-${randomUUID()}`);
  const left = streams.values();
  const one = async (): Promise<void> => {
    for (const stream of left) {
      const events = Array.from({ length: STREAM_LENGTH }, () => sampleEvent());
      await store.append({ stream, expected: 'no-stream', events });
      await bare.appendAll(stream, events);
    }
  };
  await Promise.all(Array.from({ length: 16 }, one));
  return streams;
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
  return timedWork(async () => {
    let events = 0;
    const start = performance.now();
    while (performance.now() - start < ms) events += await page();
    return events;
  });
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
