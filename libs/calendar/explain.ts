import { tableOf } from './china-calendar.js';
import { dueInHours, dueOf, reckon, type Reckoning } from './counting.js';
import type { DayTable } from './day-table.js';
import { dayAt } from './days.js';
import type { Calendar, ExplainedDay, Explanation, Period, Unit } from './types.js';

/**
 * How a due date comes about: every day from the start day to the due day, counted or skipped, with the
 * reason. It is the same reckoning as `dueDate`, so the two cannot differ. An hour clock counts no days,
 * and its list is empty. Days after the last counted one, up to and with the due day, are `rolled-over`, or paused.
 * @throws CalendarError as dueDate
 */
export function explain(calendar: Calendar, period: Period): Explanation {
  if (period.term.unit === 'H') {
    return { ...dueInHours(period), period, calendar: calendar.version, days: [] };
  }
  const table = tableOf(calendar);
  const reckoning = reckon(table, period);
  const { dueOn, dueAt, provisional } = dueOf(reckoning);
  const days = reckonedDays(table, reckoning, period.term.unit);
  return { dueOn, dueAt, provisional, period, calendar: calendar.version, days };
}

function reckonedDays(table: DayTable, reckoning: Reckoning, unit: Unit): readonly ExplainedDay[] {
  const { start, last, due, pauses } = reckoning;
  const days: ExplainedDay[] = [
    { day: dayAt(start), counted: false, why: 'start-day', standing: table.standing(start) },
  ];
  let number = 0;
  let next = 0;
  for (let offset = start + 1; offset <= due; offset++) {
    while (next < pauses.length && (pauses[next]?.until ?? 0) <= offset) next++;
    const paused = offset >= (pauses[next]?.from ?? Infinity);
    const standing = table.standing(offset);
    const day = standing.day;
    if (offset > last) days.push({ day, counted: false, why: paused ? 'paused' : 'rolled-over', standing });
    else if (unit === 'WD' && !standing.works)
      days.push({ day, counted: false, why: standing.reason, standing });
    else if (paused) days.push({ day, counted: false, why: 'paused', standing });
    else days.push({ day, counted: true, number: ++number, why: 'counted', standing });
  }
  return days;
}
