import { addDays, daysBetween, refuse, startOfDayInChina } from '#kernel';
import { IsDay, PageQuery, RefusalError } from '#platform/http';

/** No report covers more days than this. */
const MOST_DAYS = 92;

/** The days of a report, both included, as they begin and end in China. */
export class ReportDays {
  @IsDay() from: string;
  @IsDay() to: string;
}

export class FiringsQuery extends PageQuery {
  @IsDay() from: string;
  @IsDay() to: string;
}

/** The moments between which the days lie. Refuses days in the wrong order, or too many of them (422). */
export function momentsOf({ from, to }: ReportDays): { readonly from: string; readonly until: string } {
  const days = daysBetween(from, to) + 1;
  if (days < 1 || days > MOST_DAYS) {
    throw new RefusalError(refuse('report-period-impossible', [], { from, to, mostDays: MOST_DAYS }));
  }
  return { from: startOfDayInChina(from), until: startOfDayInChina(addDays(to, 1)) };
}
