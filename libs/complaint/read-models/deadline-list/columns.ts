import { isoColumn } from '#platform/projections';

/** The columns of a deadline, of a table called `d`. */
export const DEADLINE_COLUMNS = `d.deadline, d.complaint_id, d.office, d.clock, d.code, d.rulebook, d.basis, d.status,
  ${iso('started_at')}, to_char(d.due_on, 'YYYY-MM-DD') as due_on, ${iso('due_at')}, ${iso('met_at')},
  ${iso('missed_at')}, d.verification, d.provisional`;

/** The clock as its case keeps it, of a table called `d`. */
export const WHOLE_CLOCK = 'd.terms || d.course';

/**
 * Some clocks of a case as the case keeps them, the earliest due first.
 * @param deadlines name of the table of deadlines
 * @param complaintId SQL for the case
 * @param names SQL for the names of the clocks, an array of text
 */
export function clocksNamed(deadlines: string, complaintId: string, names: string): string {
  return `(select coalesce(json_agg(${WHOLE_CLOCK} order by d.due_at, d.clock), '[]') from ${deadlines} d
    where d.deadline in (select ${complaintId} || '/' || name from unnest(${names}) as name))`;
}

function iso(column: string): string {
  return isoColumn('d', column);
}
