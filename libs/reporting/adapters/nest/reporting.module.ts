import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { Shelf } from '#rulebook';
import { Clock } from '#platform/clock';
import { POOL } from '#platform/engine';
import { EventStore } from '#platform/event-store';
import { Streams } from '#platform/event-sourcing';
import { ReadModels, SqlTables, Tables } from '#platform/projections';
import type { Pool } from 'pg';
import { ListPublishedHandler } from '../../read-models/index.js';
import {
  Countable,
  DraftReportHandler,
  PublishReportHandler,
  QuarterlyReports,
  ReportingOffices,
} from '../../use-cases/index.js';

export interface ReportingOptions {
  readonly offices: ReportingOffices;
  readonly rulebooks: Shelf;
  /** Whoever keeps the cases says how they are found. */
  readonly countable: (pool: Pool, models: ReadModels, store: EventStore) => Countable;
}

/** Figures and publications, on the ports of the engine. */
@Module({})
export class ReportingModule {
  static with({ offices, rulebooks, countable }: ReportingOptions): DynamicModule {
    const ports = [
      { provide: ReportingOffices, useValue: offices },
      { provide: Countable, inject: [POOL, ReadModels, EventStore], useFactory: countable },
      {
        provide: QuarterlyReports,
        inject: [Streams, Clock, Countable],
        useFactory: (streams: Streams, clock: Clock, found: Countable) =>
          new QuarterlyReports(streams, clock, found, rulebooks),
      },
    ];
    const tables = {
      provide: Tables,
      inject: [POOL, ReadModels],
      useFactory: (pool: Pool, models: ReadModels) => new SqlTables(pool, models),
    };
    return {
      module: ReportingModule,
      imports: [CqrsModule],
      providers: [...ports, tables, DraftReportHandler, PublishReportHandler, ListPublishedHandler],
      exports: ports.map(({ provide }) => provide),
    };
  }
}
