import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, DatabaseClock, EvaluationClock } from '#platform/clock';
import { EventStore, LogTail, PostgresEventStore } from '#platform/event-store';
import { Streams } from '#platform/event-sourcing';
import { armFailPoint } from '#platform/failpoint';
import { KeyRing, PersonalData, PostgresPersonalData } from '#platform/personal-data';
import { assertDurable, createAppPool } from '#platform/postgres';
import { ReadModels, type ReadModelsOptions } from '#platform/projections';
import pg from 'pg';
import type { EngineSettings } from './settings.js';

/** The pool for everything that is not the log: read models, keys, timers. */
export const POOL = Symbol('pool');
export const ENGINE_SETTINGS = Symbol('engine settings');

/** What the largest body that HTTP takes (1 MiB) can become once its texts are sealed. */
const LARGEST_EVENT = 2 * 1024 * 1024;

/** Lets go of the database when the application has stopped. */
class EngineShutdown implements OnApplicationShutdown {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventStore) private readonly store: PostgresEventStore,
    @Inject(Clock) private readonly clock: DatabaseClock,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    this.clock.close();
    await this.store.close();
    await this.pool.end();
  }
}

/**
 * What every process of Tousu stands on: the log, the clock, the people's keys and the read models, on one
 * PostgreSQL. Knows no business. One instance per process; import it once and hand it on.
 */
@Global()
@Module({})
export class EngineModule {
  /** @param projections the read models of this release, which it does not read itself */
  static with(settings: EngineSettings, projections: ReadModelsOptions['projections']): DynamicModule {
    armFailPoint(process.env['TOUSU_FAILPOINT'], settings.evaluation);
    const shared = [
      { provide: ENGINE_SETTINGS, useValue: settings },
      { provide: POOL, useFactory: () => openPool(settings) },
      {
        provide: EventStore,
        useFactory: () =>
          new PostgresEventStore(settings.databaseUrl, {
            applicationName: `tousu ${settings.process}`,
            maxEventBytes: LARGEST_EVENT,
          }),
      },
      {
        provide: Clock,
        inject: [POOL],
        useFactory: (pool: pg.Pool) => DatabaseClock.open(pool, { evaluation: settings.evaluation }),
      },
      {
        provide: EvaluationClock,
        inject: [POOL],
        useFactory: (pool: pg.Pool) => new EvaluationClock(pool, settings.evaluation),
      },
      {
        provide: PersonalData,
        inject: [POOL],
        useFactory: (pool: pg.Pool) =>
          new PostgresPersonalData(
            pool,
            new KeyRing(settings.keyEncryptionKey, settings.olderKeyEncryptionKeys),
          ),
      },
      { provide: LogTail, inject: [EventStore], useFactory: (store: EventStore) => new LogTail(store) },
      { provide: Streams, inject: [EventStore], useFactory: (store: EventStore) => new Streams(store) },
      {
        provide: ReadModels,
        inject: [POOL, EventStore],
        useFactory: (pool: pg.Pool, store: EventStore) => new ReadModels({ pool, store, projections }),
      },
    ];
    return { module: EngineModule, providers: [...shared, EngineShutdown], exports: shared };
  }
}

/** Refuses a database on which an acknowledged event could be lost. */
async function openPool(settings: EngineSettings): Promise<pg.Pool> {
  const pool = createAppPool(settings.databaseUrl, { applicationName: `tousu ${settings.process}` });
  try {
    await assertDurable(pool, { allowUnsafeForTests: settings.allowUnsafeDatabase });
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}
