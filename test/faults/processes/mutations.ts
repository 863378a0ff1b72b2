import type { IncomingMessage, Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamicModule, Provider } from '@nestjs/common';
import { POOL, type EngineSettings } from '#platform/engine';
import {
  type AppendOutcome,
  type AppendRequest,
  EventStore,
  PostgresEventStore,
} from '#platform/event-store';
import { createAppPool } from '#platform/postgres';
import type pg from 'pg';

/** Bugs that a run must find, planted in processes of the run and nowhere else. */
export const MUTATIONS = ['acknowledges-early', 'forgets-keys', 'checkpoint-first'] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** How long the bug leaves between what it does too early and what it does too late. */
const LATE_MS = 150;

/** Answers before the events are durable. */
class EarlyEventStore extends PostgresEventStore {
  override async append(request: AppendRequest): Promise<AppendOutcome> {
    const { stream, expected, events } = request;
    if (!stream.startsWith('complaint-')) return super.append(request);
    void sleep(LATE_MS)
      .then(() => super.append(request))
      .catch(() => undefined);
    const firstRevision = typeof expected === 'number' ? expected + 1 : 0;
    const revision = firstRevision + events.length - 1;
    return { outcome: 'appended', firstRevision, revision, position: await this.head() };
  }
}

/** Moves the checkpoint of a read model first and writes the rows afterwards, without a fence. */
function checkpointFirst(pool: pg.Pool): pg.Pool {
  const query = pool.query.bind(pool) as (text: unknown, values?: unknown[]) => Promise<unknown>;
  const mutated = async (text: unknown, values?: unknown[]): Promise<unknown> => {
    if (typeof text !== 'string' || !text.startsWith('with moved as') || !values) return query(text, values);
    const [to, name, version, build] = values;
    await query(
      'update platform.projections set position = $1 where name = $2 and version = $3 and build = $4',
      [to, name, version, build],
    );
    await sleep(LATE_MS);
    return query(text, values.with(4, to));
  };
  return Object.assign(pool, { query: mutated });
}

/** The engine with the bug in it, where the engine has to change for it. */
export function mutateEngine(
  engine: DynamicModule,
  mutation: string | undefined,
  settings: EngineSettings,
): DynamicModule {
  const application = { applicationName: `tousu ${settings.process}` };
  if (mutation === 'acknowledges-early') {
    const useFactory = () => new EarlyEventStore(settings.databaseUrl, application);
    return replaced(engine, { provide: EventStore, useFactory });
  }
  if (mutation === 'checkpoint-first') {
    const useFactory = () => checkpointFirst(createAppPool(settings.databaseUrl, application));
    return replaced(engine, { provide: POOL, useFactory });
  }
  return engine;
}

/** A process that does not know the keys of the one before it. */
export function mutateServer(server: Server, mutation: string | undefined): void {
  if (mutation !== 'forgets-keys') return;
  server.prependListener('request', ({ headers }: IncomingMessage) => {
    const key = headers['idempotency-key'];
    if (typeof key === 'string') headers['idempotency-key'] = `${key}-${process.pid}`;
  });
}

function replaced(engine: DynamicModule, provider: Provider & { provide: unknown }): DynamicModule {
  const isOther = (one: Provider | unknown): boolean =>
    (one as { provide?: unknown }).provide !== provider.provide;
  return {
    ...engine,
    providers: [...(engine.providers ?? []).filter(isOther), provider],
    exports: [...((engine.exports ?? []) as Provider[]).filter(isOther), provider] as never,
  };
}
