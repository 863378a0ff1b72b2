import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Clock } from '#platform/clock';
import { POOL } from '#platform/engine';
import { EventStore } from '#platform/event-store';
import { Streams } from '#platform/event-sourcing';
import { PersonalData } from '#platform/personal-data';
import { ReadModels } from '#platform/projections';
import type { Pool } from 'pg';
import { checkTransitions } from '../../domain/index.js';
import * as readModels from '../../read-models/index.js';
import * as useCases from '../../use-cases/index.js';
import { SqlTables } from './sql-tables.js';

const COMMANDS = [
  useCases.CarryOutHandler,
  useCases.IssueDocumentHandler,
  useCases.PassOnHandler,
  useCases.RegisterComplaintHandler,
  useCases.RingClockHandler,
];
const QUERIES = [
  readModels.ListDeadlinesHandler,
  readModels.ListRegisterHandler,
  readModels.ListSupervisionHandler,
  readModels.ListWorkHandler,
];

/** The complaint's use cases and lists on the ports of the engine. */
@Module({})
export class ComplaintModule {
  /** Checks the transition table before anything else: a phase that nothing leads to stops the start. */
  static with(offices: useCases.Offices): DynamicModule {
    checkTransitions();
    const ports = [
      { provide: useCases.Offices, useValue: offices },
      {
        provide: useCases.Cases,
        inject: [Streams, Clock, PersonalData],
        useFactory: (streams: Streams, clock: Clock, personal: PersonalData) =>
          new useCases.Cases(streams, clock, personal, offices),
      },
      {
        provide: useCases.NumberRegister,
        inject: [EventStore],
        useFactory: (store: EventStore) => new useCases.NumberRegister(store),
      },
      {
        provide: readModels.Tables,
        inject: [POOL, ReadModels],
        useFactory: (pool: Pool, models: ReadModels) => new SqlTables(pool, models),
      },
    ];
    return {
      module: ComplaintModule,
      imports: [CqrsModule],
      providers: [...ports, ...COMMANDS, ...QUERIES],
      exports: [CqrsModule, ...ports.map(({ provide }) => provide)],
    };
  }
}
