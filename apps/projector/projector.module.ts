import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import {
  COMPLAINT_EVENTS,
  COMPLAINT_TIMERS,
  deadlineListProjection,
  registerProjection,
  workListProjection,
} from '#complaint';
import { POOL } from '#platform/engine';
import { EventStore } from '#platform/event-store';
import { upcastFor } from '#platform/event-sourcing';
import { ProjectionRunner, type AnyProjection } from '#platform/projections';
import { timersProjection } from '#platform/timers';
import type { Pool } from 'pg';
import type { Logger } from 'pino';

/** Every read model of the product: one line here adds one. */
export const PROJECTIONS: readonly AnyProjection[] = [
  registerProjection,
  workListProjection,
  deadlineListProjection,
  timersProjection(COMPLAINT_TIMERS),
];

/** Brings stored events to their present version. */
export const UPCAST = upcastFor({ complaint: COMPLAINT_EVENTS });

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
  static with(engine: DynamicModule, log: Logger): DynamicModule {
    const runner = {
      provide: ProjectionRunner,
      inject: [POOL, EventStore],
      useFactory: (pool: Pool, store: EventStore) =>
        new ProjectionRunner({
          pool,
          store,
          projections: PROJECTIONS,
          upcast: UPCAST,
          onError: (projection, error) => log.error({ projection, err: String(error) }, 'projection fault'),
        }),
    };
    return {
      module: ProjectorModule,
      imports: [engine],
      providers: [runner, RunningProjections],
      exports: [runner],
    };
  }
}
