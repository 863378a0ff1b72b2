import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { SHIPPED, Shelf } from '#rulebook';
import { Clock } from '#platform/clock';
import { POOL } from '#platform/engine';
import { EventStore } from '#platform/event-store';
import { NumberRegister, Streams } from '#platform/event-sourcing';
import { PersonalData } from '#platform/personal-data';
import { ReadModels, SqlTables, Tables } from '#platform/projections';
import type { Pool } from 'pg';
import { checkTransitions } from '../../domain/index.js';
import * as readModels from '../../read-models/index.js';
import * as useCases from '../../use-cases/index.js';

const COMMANDS = [
  useCases.ApproveDestructionHandler,
  useCases.ArchiveCaseHandler,
  useCases.CarryOutHandler,
  useCases.IssueDocumentHandler,
  useCases.RegisterComplaintHandler,
  useCases.RingClockHandler,
];
const QUERIES = [
  readModels.ListDeadlinesHandler,
  readModels.ListRegisterHandler,
  readModels.ListRespondentCasesHandler,
  readModels.ListWorkHandler,
];

/** The complaint's use cases and lists on the ports of the engine. */
@Module({})
export class ComplaintModule {
  /**
   * Checks the transition table before anything else: a phase that nothing leads to stops the start.
   * @param rulebooks those of the installation, where it has its own
   * @param operators those whose people use the installation
   */
  static with(
    offices: useCases.Offices,
    rulebooks: Shelf = SHIPPED,
    operators: useCases.KnownOperators = useCases.NO_OPERATORS,
  ): DynamicModule {
    checkTransitions();
    const ports = [
      { provide: useCases.Offices, useValue: offices },
      { provide: Shelf, useValue: rulebooks },
      { provide: useCases.KnownOperators, useValue: operators },
      {
        provide: useCases.Cases,
        inject: [Streams, Clock, PersonalData],
        useFactory: (streams: Streams, clock: Clock, personal: PersonalData) =>
          new useCases.Cases(streams, clock, personal, rulebooks, offices, operators),
      },
      {
        provide: NumberRegister,
        inject: [EventStore],
        useFactory: (store: EventStore) => new NumberRegister(store),
      },
      {
        provide: Tables,
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
