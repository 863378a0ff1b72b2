import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Conditions, cut, isoColumn, Tables, type ListPage } from '#platform/projections';
import { inScope } from '../scope.js';
import { ListDeadlines, type DeadlineCursor, type DeadlineEntry } from './list-deadlines.query.js';

@QueryHandler(ListDeadlines)
export class ListDeadlinesHandler implements IQueryHandler<
  ListDeadlines,
  ListPage<DeadlineEntry, DeadlineCursor>
> {
  constructor(private readonly tables: Tables) {}

  async execute({
    scope,
    limit,
    filter,
    after,
  }: ListDeadlines): Promise<ListPage<DeadlineEntry, DeadlineCursor>> {
    const register = await this.tables.tableOf('register');
    const where = inScope(new Conditions().add('d.office = ?', scope.officeId), scope, 'r')
      .when('d.status = ?', filter.status)
      .when('d.code = ?', filter.code)
      .when('d.due_on >= ?', filter.dueFrom)
      .when('d.due_on <= ?', filter.dueTo);
    if (after) {
      where.add('d.due_at >= ?', after.dueAt);
      where.add(`(d.due_at > $${where.values.length} or d.deadline > ?)`, after.deadline);
    }
    const rows = await this.tables.rows<DeadlineEntry>(
      'deadline_list',
      (table) => `select ${DEADLINE_COLUMNS}, r.number, r.respondent
       from ${table} d join ${register} r using (complaint_id) where ${where.sql}
       order by d.due_at, d.deadline limit ${limit + 1}`,
      where.values,
    );
    return cut(rows, limit, (row) => ({ dueAt: row.due_at, deadline: row.deadline }));
  }
}

/** The columns of a deadline, of a table called `d`. */
export const DEADLINE_COLUMNS = `d.deadline, d.complaint_id, d.office, d.clock, d.code, d.rulebook, d.basis, d.status,
  ${iso('started_at')}, to_char(d.due_on, 'YYYY-MM-DD') as due_on, ${iso('due_at')}, ${iso('met_at')},
  ${iso('missed_at')}, d.verification, d.provisional`;

function iso(column: string): string {
  return isoColumn('d', column);
}
