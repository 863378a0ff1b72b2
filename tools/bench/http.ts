import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { PostgresEventStore, type RecordedEvent } from '#platform/event-store';
import { BareStore, createBareStore } from './bare-store.js';
import { HttpClient } from './http-client.js';
import { closedLoop, interleave, type InterleaveOptions, type Sample } from './measure.js';
import type { BenchRow } from './row.js';
import { inScratchDatabase } from './scratch.js';

const CLIENTS = [
  { clients: 1, goal: { ratio: 0.6 } },
  { clients: 16, goal: { ratio: 0.7 } },
  { clients: 64, goal: { ratio: 0.9, p99: 50 } },
] as const;
const STREAM_LENGTH = 8;
/** As many connections as the API's own pool has. */
const POOL = 10;
/** Before anything counts: a process that has just started runs its code many times slower. */
const WARM_UP_COMMANDS = 1_500;
/** How much faster than ever before a measurement may be; every command needs a case of its own. */
const HEADROOM = 2;
const COPIES_AT_A_TIME = 256;

interface Server {
  readonly base: string;
  readonly access: readonly string[];
  stop(): void;
}

/** What the measurement needs: a running API, the log behind it, the yardstick, and a case to copy. */
interface Field {
  readonly server: Server;
  readonly store: PostgresEventStore;
  readonly bare: BareStore;
  readonly template: readonly RecordedEvent[];
  /** Most commands a second so far. */
  best: number;
}

/**
 * A command over HTTP (sign-in checked, 8 events loaded, decided, appended, answered with what can be done now)
 * against the same two statements without HTTP, one transaction each.
 */
export function benchHttp(adminUrl: string, options: InterleaveOptions): Promise<readonly BenchRow[]> {
  return inScratchDatabase(adminUrl, async (url) => {
    await createBareStore(url);
    const server = await startServer(url);
    const store = new PostgresEventStore(url, { applicationName: 'bench' });
    const bare = new BareStore(url, POOL);
    try {
      const field = { server, store, bare, template: await templateCase(server, store), best: 0 };
      await warmUp(field);
      const rows: BenchRow[] = [];
      for (const { clients, goal } of CLIENTS) {
        const variants = [
          { name: 'load 8 + append, no HTTP', run: (ms: number) => withoutHttp(field, clients, ms) },
          { name: 'command over HTTP', goal, run: (ms: number) => overHttp(field, clients, ms) },
        ];
        rows.push(
          ...(await interleave(
            `command, ${clients} client${clients === 1 ? '' : 's'}`,
            'commands/s',
            variants,
            options,
          )),
        );
      }
      return rows;
    } finally {
      server.stop();
      await Promise.all([store.close(), bare.close()]);
    }
  });
}

function startServer(url: string): Promise<Server> {
  const child = fork(fileURLToPath(new URL('./http-server.js', import.meta.url)), [url]);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the API ended with code ${code}`)));
    child.once('message', (message) => {
      child.removeAllListeners('exit');
      resolve({ ...(message as Omit<Server, 'stop'>), stop: () => child.disconnect() });
    });
  });
}

const COMPLAINT = {
  channel: 'phone',
  complainants: [{ name: '测试人', phone: '13900000000', address: '测试市测试路 1 号' }],
  respondent: { name: '测试旅行社有限公司', kind: 'travel-agency', place: '测试市' },
  facts: '合同约定入住四星级酒店，两晚实际安排为快捷酒店；导游解释为旺季满房，未征得同意。',
  claims: [{ kind: 'lodging-below-grade', contractedFen: 48_000, actualFen: 26_000, units: 4 }],
  evidence: ['旅游合同及行程单'],
};

/** A case of eight events under review, made through the API: registered, then taken over until it has eight. */
async function templateCase(server: Server, store: PostgresEventStore): Promise<readonly RecordedEvent[]> {
  const client = await HttpClient.connect(server.base);
  const made = await post(server, client, 1, '/v1/complaints', COMPLAINT);
  const { id, revision } = JSON.parse(made) as { id: string; revision: number };
  for (let at = revision; at < STREAM_LENGTH - 1; at += 1) {
    await post(server, client, at % 2, `/v1/complaints/${id}/review-start`, {}, at);
  }
  client.close();
  const events = await store.readStream(`complaint-${id}`);
  if (events.length !== STREAM_LENGTH) throw new Error(`the template has ${events.length} events`);
  return events;
}

/** Copies of the template, one for each command to come. */
async function copies(field: Field, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  for (let from = 0; from < count; from += COPIES_AT_A_TIME) {
    await Promise.all(ids.slice(from, from + COPIES_AT_A_TIME).map((id) => copy(field, id)));
  }
  return ids;
}

function copy({ store, template }: Field, id: string): Promise<unknown> {
  return store.append({
    stream: `complaint-${id}`,
    expected: 'no-stream',
    events: template.map(({ type, schemaVersion, data, meta }) => ({
      id: randomUUID(),
      type,
      schemaVersion,
      data: 'complaintId' in data ? { ...data, complaintId: id } : data,
      meta,
    })),
  });
}

async function warmUp(field: Field): Promise<void> {
  const clients = 16;
  const { rate } = await commands(field, clients, Number.POSITIVE_INFINITY, WARM_UP_COMMANDS);
  field.best = rate;
}

async function overHttp(field: Field, clients: number, ms: number): Promise<Sample> {
  const sample = await commands(field, clients, ms, Math.ceil((field.best * HEADROOM * ms) / 1000) + clients);
  field.best = Math.max(field.best, sample.rate);
  return sample;
}

/** The last registrar of the template has the review; the other one takes it over. */
async function commands(field: Field, clients: number, ms: number, most: number): Promise<Sample> {
  const ids = await copies(field, most);
  const lines = await Promise.all(
    Array.from({ length: clients }, () => HttpClient.connect(field.server.base)),
  );
  const command = async (caller: number): Promise<boolean> => {
    const id = ids.pop();
    if (id === undefined) return false;
    const path = `/v1/complaints/${id}/review-start`;
    await post(field.server, lines[caller]!, (STREAM_LENGTH - 1) % 2, path, {}, STREAM_LENGTH - 1);
    return true;
  };
  try {
    return await closedLoop(clients, ms, command);
  } finally {
    for (const line of lines) line.close();
  }
}

/** The yardstick: read the same eight events, append one to a stream of its own. */
async function withoutHttp({ bare, template }: Field, clients: number, ms: number): Promise<Sample> {
  const [last] = template.slice(-1) as [RecordedEvent];
  const event = ({ type, data, meta } = last) => ({ id: randomUUID(), type, data, meta });
  const lanes = Array.from({ length: Math.min(clients, POOL) }, () => ({
    loaded: randomUUID(),
    appended: randomUUID(),
    version: -1,
  }));
  for (const { loaded } of lanes) {
    for (const [index, one] of template.entries()) await bare.append(loaded, index - 1, event(one));
  }
  return closedLoop(lanes.length, ms, async (caller) => {
    const lane = lanes[caller]!;
    await bare.load(lane.loaded);
    await bare.append(lane.appended, lane.version, event());
    lane.version += 1;
  });
}

/** One command; rejects unless it was carried out. */
async function post(
  { access }: Server,
  client: HttpClient,
  account: number,
  path: string,
  body: object,
  revision?: number,
): Promise<string> {
  const answer = await client.post(path, JSON.stringify(body), {
    authorization: `Bearer ${access[account]}`,
    'idempotency-key': randomUUID(),
    ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
  });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.body()}`);
  return answer.body();
}
