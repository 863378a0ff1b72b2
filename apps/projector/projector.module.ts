import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { COMPLAINT_EVENTS, COMPLAINT_PROJECTIONS } from '#complaint';
import { DIRECT_COMPLAINT_EVENTS, OPERATOR_PROJECTIONS } from '#operator';
import { REPORT_EVENTS, REPORTING_PROJECTIONS } from '#reporting';
import { POOL } from '#platform/engine';
import { safeError } from '#platform/http';
import { EventStore } from '#platform/event-store';
import { upcastFor } from '#platform/event-sourcing';
import { ProjectionRunner } from '#platform/projections';
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

/** Every read model of every slice. */
const PROJECTIONS = [...COMPLAINT_PROJECTIONS, ...OPERATOR_PROJECTIONS, ...REPORTING_PROJECTIONS];
/** Brings stored events of every slice to their present version. */
const UPCAST = upcastFor({
  complaint: COMPLAINT_EVENTS,
  direct: DIRECT_COMPLAINT_EVENTS,
  quarterly: REPORT_EVENTS,
});

/** Reads the log and keeps the read models up to date. */
@Module({})
export class ProjectorModule {
  /** @param standstillMs how long a read model may stand still before this process is to be replaced */
  static with(engine: DynamicModule, log: Logger, standstillMs?: number): DynamicModule {
    const pulses = readModelPulses(PROJECTIONS);
    const runner = {
      provide: ProjectionRunner,
      inject: [POOL, EventStore],
      useFactory: (pool: Pool, store: EventStore) =>
        new ProjectionRunner({
          pool,
          store,
          projections: PROJECTIONS,
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
