import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Calendars } from '#calendar';
import { AffectedClocks, HolidaysModule, type HolidaysOptions } from '#holidays';
import { ReportingModule } from '#reporting';
import { SHIPPED, Shelf } from '#rulebook';
import { Clock } from '#platform/clock';
import { POOL } from '#platform/engine';
import { EventStore } from '#platform/event-store';
import { NumberRegister, Streams } from '#platform/event-sourcing';
import { Passes } from '#platform/passes';
import { PersonalData } from '#platform/personal-data';
import { ReadModels, SqlTables, Tables } from '#platform/projections';
import type { Pool } from 'pg';
import { checkTransitions } from '../../domain/index.js';
import * as readModels from '../../read-models/index.js';
import * as useCases from '../../use-cases/index.js';
import { ClocksOfCases } from '../affected-clocks.js';
import { CountedCases } from '../counted-cases.js';
import { OwnDaysOfOffices } from '../own-days.js';
import { OfficesInReports } from '../reporting-offices.js';
import { SqlOpenCases } from './sql-open-cases.js';

const COMMANDS = [
  useCases.ApproveDestructionHandler,
  useCases.ArchiveCaseHandler,
  useCases.CarryOutHandler,
  useCases.CorrectRecordHandler,
  useCases.IssueDocumentHandler,
  useCases.LinkComplaintHandler,
  useCases.LinkComplaintsHandler,
  useCases.PassOnHandler,
  useCases.RegisterComplaintHandler,
  useCases.RescheduleClocksHandler,
  useCases.RingClockHandler,
];
const QUERIES = [
  readModels.ListCallbacksHandler,
  useCases.DryRunRulebookHandler,
  readModels.ListClusterHandler,
  readModels.ListClustersHandler,
  readModels.ListDeadlinesHandler,
  readModels.ListEscalationsHandler,
  readModels.ListFiringsHandler,
  readModels.ListLinksHandler,
  readModels.ListRegisterHandler,
  readModels.ListRespondentCasesHandler,
  readModels.ListSupervisionHandler,
  readModels.ListWorkHandler,
  readModels.SumFiringsHandler,
];

/** The complaint's use cases and lists on the ports of the engine, the calendar that they count by, and what is reported of them. */
@Module({})
export class ComplaintModule {
  /**
   * Checks the transition table before anything else: a phase that nothing leads to stops the start.
   * @param rulebooks those of the installation, where it has its own
   * @param operators those whose people use the installation
   * @param calendar how the calendar is kept
   */
  static with(
    offices: useCases.Offices,
    rulebooks: Shelf = SHIPPED,
    operators: useCases.KnownOperators = useCases.NO_OPERATORS,
    calendar: Omit<HolidaysOptions, 'offices'> = {},
  ): DynamicModule {
    checkTransitions();
    const holidays = HolidaysModule.with({ ...calendar, offices: new OwnDaysOfOffices(offices) });
    const reporting = ReportingModule.with({
      offices: new OfficesInReports(offices),
      rulebooks,
      countable: (pool, models, store) => new CountedCases(pool, models, store),
    });
    const ports = [
      { provide: useCases.Offices, useValue: offices },
      { provide: Shelf, useValue: rulebooks },
      { provide: useCases.KnownOperators, useValue: operators },
      {
        provide: useCases.Cases,
        inject: [Streams, Clock, PersonalData, Calendars],
        useFactory: (streams: Streams, clock: Clock, personal: PersonalData, calendars: Calendars) =>
          new useCases.Cases(streams, clock, personal, calendars, rulebooks, offices, operators),
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
      {
        provide: readModels.OpenClocks,
        inject: [Tables],
        useFactory: (tables: Tables) => new readModels.OpenClocks(tables),
      },
      {
        provide: useCases.OpenCases,
        inject: [Tables],
        useFactory: (tables: Tables) => new SqlOpenCases(tables),
      },
      { provide: Passes, inject: [POOL], useFactory: (pool: Pool) => new Passes(pool) },
      {
        provide: AffectedClocks,
        inject: [readModels.OpenClocks, Clock],
        useFactory: (openClocks: readModels.OpenClocks, clock: Clock) => new ClocksOfCases(openClocks, clock),
      },
    ];
    return {
      module: ComplaintModule,
      imports: [CqrsModule, holidays, reporting],
      providers: [...ports, ...COMMANDS, ...QUERIES],
      exports: [CqrsModule, holidays, reporting, ...ports.map(({ provide }) => provide)],
    };
  }
}
