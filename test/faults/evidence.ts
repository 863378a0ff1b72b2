import { PostgresEventStore, type RecordedEvent } from '#platform/event-store';
import { createAppPool } from '#platform/postgres';
import { ProjectionRunner, ReadModels } from '#platform/projections';
import { EACH_TIMER } from '#platform/timers';
import type pg from 'pg';
import { COMPLAINT_PROJECTIONS, COMPLAINT_UPCAST } from '#complaint';
import { operationsOf, type History, type JournalLine, type LoggedEvent } from './history.js';
import { seenIn, type System } from './system.js';

const PAGE = 1000;
const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/**
 * Everything there is to know when the run is over and nothing writes any more.
 * @param officeTime a moment of the office up to which everything due must have happened
 */
export async function evidenceOf(
  system: System,
  journal: readonly JournalLine[],
  officeTime: string,
): Promise<History> {
  const { databaseUrl } = system.engines;
  const store = new PostgresEventStore(databaseUrl, { applicationName: 'evidence', maxReaders: 4 });
  const pool = createAppPool(databaseUrl, { applicationName: 'evidence' });
  try {
    const log = await wholeLog(store);
    return {
      operations: operationsOf(journal),
      log,
      readers: system.followed.map(({ name, file }) => ({ name, seen: seenIn(file) })),
      chains: await chainsOf(store, [...new Set(log.map(({ stream }) => stream))]),
      timers: await timersOf(pool, new ReadModels({ pool, store, projections: COMPLAINT_PROJECTIONS })),
      officeTime,
      readModels: await liveAndRebuilt(pool, store),
    };
  } finally {
    await Promise.allSettled([store.close(), pool.end()]);
  }
}

async function wholeLog(store: PostgresEventStore): Promise<LoggedEvent[]> {
  const log: LoggedEvent[] = [];
  for (let after = store.start; ;) {
    const page = await store.readAll(after, PAGE);
    if (page.events.length === 0) return log;
    log.push(...page.events.map(loggedOf));
    after = page.next;
  }
}

function loggedOf({ position, stream, revision, id, type, chain, data, meta }: RecordedEvent): LoggedEvent {
  const { commandId, actor, recordedAt } = meta as {
    readonly commandId: string;
    readonly actor: { readonly id: string };
    readonly recordedAt: string;
  };
  return { position, stream, revision, id, type, chain, data, commandId, actor: actor.id, recordedAt };
}

async function chainsOf(store: PostgresEventStore, streams: readonly string[]): Promise<History['chains']> {
  const chains: History['chains'][number][] = [];
  for (const stream of streams) {
    const verdict = await store.verify(stream);
    const detail = verdict.intact ? '' : `revision ${verdict.revision} is ${verdict.reason}`;
    chains.push({ stream, intact: verdict.intact, detail });
  }
  return chains;
}

async function timersOf(pool: pg.Pool, models: ReadModels): Promise<History['timers']> {
  const table = await models.tableOf('timers');
  const { rows } = await pool.query<History['timers'][number]>(
    `select timer_id as "timerId", revision, state, to_char(fire_at at time zone 'UTC', ${ISO}) as "fireAt"
      from ${table} t cross join ${EACH_TIMER}`,
  );
  return rows;
}

/** The rows that readers saw, and those of a table built anew from the first event. */
async function liveAndRebuilt(pool: pg.Pool, store: PostgresEventStore): Promise<History['readModels']> {
  const runner = new ProjectionRunner({
    pool,
    store,
    projections: COMPLAINT_PROJECTIONS,
    upcast: COMPLAINT_UPCAST,
  });
  const rowsOf = async (name: string): Promise<string[]> => {
    const table = await new ReadModels({ pool, store, projections: COMPLAINT_PROJECTIONS }).tableOf(name);
    const { rows } = await pool.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${table} t order by 1`,
    );
    return rows.map(({ row }) => row);
  };
  const found: History['readModels'][number][] = [];
  for (const { name } of COMPLAINT_PROJECTIONS) {
    const live = await rowsOf(name);
    await runner.rebuild(name);
    found.push({ name, live, rebuilt: await rowsOf(name) });
  }
  return found;
}
