import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { POOL } from '#platform/engine';
import { safeError } from '#platform/http';
import { EventStore } from '#platform/event-store';
import { ProjectionRunner } from '#platform/projections';
import { READ_MODELS, UPCAST } from '../read-models.js';
import { ReadModelWatch, readModelPulses } from './watched.js';
import type { Pool } from 'pg';
import type { Logger } from 'pino';

class RunningProjections implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(@Inject(ProjectionRunner) private readonly runner: ProjectionRunner) {}

  onApplicationBootstrap(): void {
    this.runner.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.runner.stop();
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
      inject: [POOL, EventStore],
      useFactory: (pool: Pool, store: EventStore) =>
        new ProjectionRunner({
          pool,
          store,
          projections,
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
        runner,
        RunningProjections,
        { provide: ReadModelWatch, useFactory: () => new ReadModelWatch(pulses, standstillMs) },
      ],
      exports: [runner, ReadModelWatch],
    };
  }
}
