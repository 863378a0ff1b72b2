import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { ENGINE_SETTINGS, POOL, type EngineSettings } from '#platform/engine';
import { safeError } from '#platform/http';
import { EventStore, LogTail } from '#platform/event-store';
import { createAppPool, PLANS } from '#platform/postgres';
import { ProjectionRunner } from '#platform/projections';
import { READ_MODELS, UPCAST } from '../read-models.js';
import { ReadModelWatch, readModelPulses } from './watched.js';
import type { Pool } from 'pg';
import type { Logger } from 'pino';

/** The connections on which read models are read and written, page by page. */
const PAGE_POOL = Symbol('page pool');

class RunningProjections implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    @Inject(ProjectionRunner) private readonly runner: ProjectionRunner,
    @Inject(PAGE_POOL) private readonly pages: Pool,
  ) {}

  onApplicationBootstrap(): void {
    this.runner.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.runner.stop();
    await this.pages.end();
  }
}

/** Reads the log and keeps the read models up to date. */
@Module({})
export class ProjectorModule {
  /**
   * @param standstillMs how long a read model may stand still before this process is to be replaced
   * @param projections those that it keeps: all of this release
   */
  static with(
    engine: DynamicModule,
    log: Logger,
    standstillMs?: number,
    projections = READ_MODELS,
  ): DynamicModule {
    const pulses = readModelPulses(projections);
    const runner = {
      provide: ProjectionRunner,
      inject: [POOL, PAGE_POOL, EventStore, LogTail],
      useFactory: (pool: Pool, pagePool: Pool, store: EventStore, tail: LogTail) =>
        new ProjectionRunner({
          ...{ pool, pagePool, store, tail, projections },
          upcast: UPCAST,
          onStep: (projection) => pulses.get(projection)?.beat(),
          onRest: (projection) => pulses.get(projection)?.rest(),
          onError: (projection, error) =>
            log.error({ projection, err: safeError(error) }, 'projection fault'),
        }),
    };
    return {
      module: ProjectorModule,
      imports: [engine],
      providers: [
        {
          provide: PAGE_POOL,
          inject: [ENGINE_SETTINGS],
          useFactory: ({ databaseUrl, process }: EngineSettings) =>
            createAppPool(databaseUrl, {
              applicationName: `tousu ${process} pages`,
              max: 4,
              settings: PLANS,
            }),
        },
        runner,
        RunningProjections,
        { provide: ReadModelWatch, useFactory: () => new ReadModelWatch(pulses, standstillMs) },
      ],
      exports: [runner, ReadModelWatch],
    };
  }
}
