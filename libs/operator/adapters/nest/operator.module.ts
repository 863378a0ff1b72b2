import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Clock } from '#platform/clock';
import { POOL } from '#platform/engine';
import { EventStore } from '#platform/event-store';
import { NumberRegister, Streams } from '#platform/event-sourcing';
import { PersonalData } from '#platform/personal-data';
import { ReadModels, SqlTables, Tables } from '#platform/projections';
import type { Pool } from 'pg';
import { checkTransitions } from '../../domain/index.js';
import { ListDirectHandler } from '../../read-models/index.js';
import {
  CarryOutDirectHandler,
  DirectComplaints,
  Operators,
  ReceiveComplaintHandler,
} from '../../use-cases/index.js';

/** The operator's use cases and lists on the ports of the engine. */
@Module({})
export class OperatorModule {
  /** Checks the transition table before anything else: a phase that nothing leads to stops the start. */
  static with(operators: Operators): DynamicModule {
    checkTransitions();
    const ports = [
      { provide: Operators, useValue: operators },
      {
        provide: DirectComplaints,
        inject: [Streams, Clock, PersonalData],
        useFactory: (streams: Streams, clock: Clock, personal: PersonalData) =>
          new DirectComplaints(streams, clock, personal),
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
      module: OperatorModule,
      imports: [CqrsModule],
      providers: [...ports, CarryOutDirectHandler, ReceiveComplaintHandler, ListDirectHandler],
      exports: [CqrsModule, ...ports.map(({ provide }) => provide)],
    };
  }
}
