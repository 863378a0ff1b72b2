import { dayInChina } from '#kernel';
import { firstChange, type CalendarBook } from '#calendar';
import { AffectedClocks, type AffectedClock } from '#holidays';
import type { Clock } from '#platform/clock';
import { SqlTables, type ReadModels } from '#platform/projections';
import type { Pool } from 'pg';
import { recountOf } from '../domain/index.js';
import { OpenClocks, type OpenClock } from '../read-models/index.js';

const PAGE = 500;

/** The clocks of complaints that a notice would move, counted exactly as they will be when it is entered. */
export class ClocksOfCases extends AffectedClocks {
  constructor(
    private readonly openClocks: OpenClocks,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async *between(before: CalendarBook, after: CalendarBook): AsyncGenerator<AffectedClock> {
    const today = dayInChina(await this.clock.read());
    for (const office of await this.openClocks.offices()) {
      const calendar = after.calendarOf(today, office);
      const dueFrom = firstChange(before.calendarOf(today, office), calendar);
      if (dueFrom === undefined) continue;
      for await (const open of this.openClocks.all({ office, missed: true, dueFrom }, PAGE)) {
        const anew = recountOf(open.clock, calendar);
        if (anew) yield affected(office, open, anew);
      }
    }
  }
}

/** The same where nothing else of the complaint is at hand. */
export function clocksOfCases(pool: Pool, models: ReadModels, clock: Clock): ClocksOfCases {
  return new ClocksOfCases(new OpenClocks(new SqlTables(pool, models)), clock);
}

function affected(
  office: string,
  { number, clock }: OpenClock,
  { due, stays }: NonNullable<ReturnType<typeof recountOf>>,
): AffectedClock {
  return {
    office,
    number,
    clock: clock.clock,
    oldDueOn: clock.dueOn,
    newDueOn: due.dueOn,
    provisionalBefore: clock.provisional,
    provisionalAfter: due.provisional,
    ...(stays === undefined ? {} : { stays }),
  };
}
