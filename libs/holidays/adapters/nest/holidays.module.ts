import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Calendars, type HolidayNotice } from '#calendar';
import { Clock } from '#platform/clock';
import { EventStore } from '#platform/event-store';
import { Streams } from '#platform/event-sourcing';
import { AddNoticeHandler, HolidayRecords, LiveCalendars, OwnDays } from '../../use-cases/index.js';

export interface HolidaysOptions {
  readonly offices: OwnDays;
  /** In place of the notices that the product brings, for tests that play an old year live. */
  readonly shipped?: readonly HolidayNotice[];
  readonly onError?: (error: unknown) => void;
}

/** Records the own days that the settings name before anything is decided by them. */
class DeclaredOwnDays implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    @Inject(OwnDays) private readonly offices: OwnDays,
    @Inject(HolidayRecords) private readonly records: HolidayRecords,
    @Inject(LiveCalendars) private readonly calendars: LiveCalendars,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const { office, days } of this.offices.all()) await this.records.declareOfficeDays(office, days);
  }

  onModuleDestroy(): Promise<void> {
    return this.calendars.close();
  }
}

/** The calendar under administration, on the ports of the engine. One instance per process. */
@Module({})
export class HolidaysModule {
  static with({ offices, shipped, onError }: HolidaysOptions): DynamicModule {
    const ports = [
      { provide: OwnDays, useValue: offices },
      {
        provide: LiveCalendars,
        inject: [Streams, EventStore],
        useFactory: (streams: Streams, store: EventStore) =>
          LiveCalendars.open({ streams, store, shipped, onError }),
      },
      { provide: Calendars, useExisting: LiveCalendars },
      {
        provide: HolidayRecords,
        inject: [Streams, Clock, LiveCalendars],
        useFactory: (streams: Streams, clock: Clock, calendars: LiveCalendars) =>
          new HolidayRecords(streams, clock, calendars),
      },
    ];
    return {
      module: HolidaysModule,
      imports: [CqrsModule],
      providers: [...ports, AddNoticeHandler, DeclaredOwnDays],
      exports: ports.map(({ provide }) => provide),
    };
  }
}
