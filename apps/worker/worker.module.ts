import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type Provider,
} from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Calendars } from '#calendar';
import {
  COMPLAINT_TIMERS,
  handoverReaction,
  Offices,
  OpenClocks,
  RescheduleClocks,
  Rescheduler,
  ring,
} from '#complaint';
import { Clock } from '#platform/clock';
import { POOL, type EngineSettings } from '#platform/engine';
import { safeError } from '#platform/http';
import { EventStore, LogTail } from '#platform/event-store';
import { Passes } from '#platform/passes';
import { NotBuiltYet, ReadModels, type Upcast } from '#platform/projections';
import { BullWakeUpQueue, postgresBackend, redisBackend, WakeUpQueue } from '#platform/queue';
import { ReactionLedger, ReactionRunner } from '#platform/reactions';
import { Firing, TimerDispatcher, TimerLedger, TimerTable, TimerWorker } from '#platform/timers';
import { Heartbeats, Watch } from '#platform/watch';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { FollowerPulses, TimerPulses, watchFollowers, watchTimers } from './watched.js';

/** What the timers are made of, besides the engine. */
export interface WorkerOptions {
  readonly settings: EngineSettings;
  readonly upcast: Upcast;
  readonly log: Logger;
  /** How long any part may stand still before this process is to be replaced, in ms; 120,000 unless told. */
  readonly standstillMs?: number;
}

class RunningTimers implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    @Inject(TimerDispatcher) private readonly dispatcher: TimerDispatcher,
    @Inject(TimerWorker) private readonly worker: TimerWorker,
    @Inject(WakeUpQueue) private readonly queue: WakeUpQueue,
    @Inject(Rescheduler) private readonly rescheduler: Rescheduler,
  ) {}

  onApplicationBootstrap(): void {
    this.worker.start();
    this.dispatcher.start();
    this.rescheduler.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.rescheduler.stop();
    this.worker.stop();
    await this.dispatcher.stop();
    await this.queue.close();
  }
}

class RunningReactions implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(@Inject(ReactionRunner) private readonly runner: ReactionRunner) {}

  onApplicationBootstrap(): void {
    this.runner.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.runner.stop();
  }
}

/**
 * Fires the timers of the cases: BullMQ wakes it up, the table of timers and the case decide. Lets the cases count
 * their clocks anew when the calendar has changed, and sees to what follows from events at other offices.
 */
@Module({})
export class WorkerModule {
  static with(engine: DynamicModule, complaint: DynamicModule, options: WorkerOptions): DynamicModule {
    const { settings, upcast, log } = options;
    const onError = (error: unknown) => {
      if (error instanceof NotBuiltYet) log.info(error.message);
      else log.error({ err: safeError(error) }, 'timer fault');
    };
    const providers = [
      TimerPulses,
      FollowerPulses,
      {
        provide: Heartbeats,
        inject: [POOL],
        useFactory: (pool: Pool) => new Heartbeats(pool),
      },
      {
        provide: WakeUpQueue,
        inject: [Heartbeats],
        useFactory: (heartbeats: Heartbeats) => openQueue(settings, heartbeats, onError),
      },
      {
        provide: Watch,
        inject: [TimerPulses, WakeUpQueue, Firing, FollowerPulses],
        useFactory: (pulses: TimerPulses, queue: WakeUpQueue, firing: Firing, followers: FollowerPulses) =>
          watchFollowers(
            watchTimers(pulses, queue, firing, options.standstillMs),
            followers,
            options.standstillMs,
          ),
      },
      {
        provide: TimerTable,
        inject: [POOL, ReadModels],
        useFactory: (pool: Pool, models: ReadModels) => new TimerTable(pool, models),
      },
      {
        provide: TimerLedger,
        inject: [POOL, ReadModels],
        useFactory: (pool: Pool, models: ReadModels) => new TimerLedger(pool, models),
      },
      {
        provide: Firing,
        inject: [POOL, CommandBus],
        useFactory: (pool: Pool, commands: CommandBus) =>
          new Firing({ pool, fire: (timer, now) => ring(commands, timer, now), onError }),
      },
      {
        provide: TimerWorker,
        inject: [WakeUpQueue, TimerTable, Firing],
        useFactory: (queue: WakeUpQueue, table: TimerTable, firing: Firing) =>
          new TimerWorker(queue, table, firing),
      },
      {
        provide: TimerDispatcher,
        inject: [
          ...[POOL, EventStore, LogTail, ReadModels, TimerTable, Firing, WakeUpQueue],
          ...[TimerPulses, Heartbeats],
        ],
        useFactory: (
          pool: Pool,
          store: EventStore,
          tail: LogTail,
          models: ReadModels,
          table: TimerTable,
          firing: Firing,
          queue: WakeUpQueue,
          pulses: TimerPulses,
          heartbeats: Heartbeats,
        ) =>
          new TimerDispatcher({
            pool,
            store,
            tail,
            models,
            table,
            firing,
            queue,
            upcast,
            timers: COMPLAINT_TIMERS,
            evaluation: settings.evaluation,
            onStep: (loop) => pulses[loop].beat(),
            onRest: () => pulses.sweep.rest(),
            onSwept: () => heartbeats.note('sweep'),
            onError,
          }),
      },
    ];
    return {
      module: WorkerModule,
      imports: [engine, complaint],
      providers: [
        ...providers,
        rescheduler(onError, log),
        RunningTimers,
        ...reactions(log),
        RunningReactions,
      ],
      exports: [WakeUpQueue, TimerLedger, ReactionLedger, Watch],
    };
  }
}

function reactions(log: Logger): Provider[] {
  return [
    {
      provide: ReactionRunner,
      inject: [POOL, EventStore, LogTail, CommandBus, FollowerPulses],
      useFactory: (
        pool: Pool,
        store: EventStore,
        tail: LogTail,
        commands: CommandBus,
        pulses: FollowerPulses,
      ) =>
        new ReactionRunner({
          pool,
          store,
          tail,
          reaction: handoverReaction(commands),
          onStep: pulses.reactions.beat,
          onError: (reaction, error) => log.error({ reaction, err: safeError(error) }, 'reaction fault'),
        }),
    },
    {
      provide: ReactionLedger,
      inject: [POOL, EventStore],
      useFactory: (pool: Pool, store: EventStore) => new ReactionLedger(pool, store),
    },
  ];
}

function rescheduler(onError: (error: unknown) => void, log: Logger): Provider {
  return {
    provide: Rescheduler,
    inject: [
      ...[POOL, EventStore, ReadModels, Passes, Calendars, Clock, Offices, OpenClocks, CommandBus],
      ...[FollowerPulses, Heartbeats],
    ],
    useFactory: (
      pool: Pool,
      store: EventStore,
      models: ReadModels,
      passes: Passes,
      calendars: Calendars,
      clock: Clock,
      offices: Offices,
      openClocks: OpenClocks,
      commands: CommandBus,
      pulses: FollowerPulses,
      heartbeats: Heartbeats,
    ) =>
      new Rescheduler({
        ...{ pool, store, models, passes, calendars, clock, offices, openClocks, onError },
        onStep: pulses.calendar.beat,
        onLooked: () => heartbeats.note('calendar'),
        reschedule: (complaintId) => commands.execute(new RescheduleClocks(complaintId)),
        onPass: ({ name, mark, tally }) => log.info({ mark, ...tally }, `${name}: done`),
      }),
  };
}

/** Redis where one is given, PostgreSQL otherwise; what the operator should change is logged. */
async function openQueue(
  settings: EngineSettings,
  heartbeats: Heartbeats,
  onError: (error: unknown) => void,
): Promise<WakeUpQueue> {
  const backend = settings.redisUrl
    ? redisBackend({ url: settings.redisUrl })
    : postgresBackend({ url: settings.databaseUrl });
  const onCanary = () => heartbeats.beat('queue');
  return BullWakeUpQueue.open({ backend, name: 'timers', onCanary, onError });
}
