import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Conditions, cut, Tables, type ListPage } from '#platform/projections';
import { CLOCK_STATUSES } from '../../domain/index.js';
import { inScope } from '../scope.js';
import { DEADLINE_COLUMNS } from './columns.js';
import { ListDeadlines, type DeadlineCursor, type DeadlineEntry } from './list-deadlines.query.js';

@QueryHandler(ListDeadlines)
export class ListDeadlinesHandler implements IQueryHandler<
  ListDeadlines,
  ListPage<DeadlineEntry, DeadlineCursor>
> {
  constructor(private readonly tables: Tables) {}

  /** Each status gives its first ones by the one index that clocks move in. */
  async execute({
    scope,
    limit,
    filter,
    after,
  }: ListDeadlines): Promise<ListPage<DeadlineEntry, DeadlineCursor>> {
    const register = await this.tables.tableOf('register');
    const where = inScope(new Conditions().add('d.office = ?', scope.officeId), scope, 'r')
      .when('d.code = ?', filter.code)
      .when('d.due_on >= ?', filter.dueFrom)
      .when('d.due_on <= ?', filter.dueTo);
    if (after) {
      where.add('(d.due_at, d.deadline) > (?::timestamptz, ?::text)', after.dueAt, after.deadline);
    }
    where.add('d.status = looked.status');
    const statuses = filter.status === undefined ? CLOCK_STATUSES : [filter.status];
    const rows = await this.tables.rows<DeadlineEntry>(
      'deadline_list',
      (table) => `select ${DEADLINE_COLUMNS}, d.number, d.respondent
       from unnest($${where.values.length + 1}::text[]) as looked(status) cross join lateral (
         select d.*, r.number, r.respondent from ${table} d join ${register} r using (complaint_id)
         where ${where.sql} order by d.due_at, d.deadline limit ${limit + 1}) d
       order by d.due_at, d.deadline limit ${limit + 1}`,
      [...where.values, statuses],
    );
    return cut(rows, limit, (row) => ({ dueAt: row.due_at, deadline: row.deadline }));
  }
}
