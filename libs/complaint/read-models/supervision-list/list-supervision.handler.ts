import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { cut, isoColumn, Tables, type ListPage } from '#platform/projections';
import { waitsSince } from '../deadline-list/deadline-list.projection.js';
import { DEADLINE_COLUMNS } from '../deadline-list/columns.js';
import type { DeadlineCursor } from '../deadline-list/list-deadlines.query.js';
import { OUTLIVES_THE_CASE, OVER } from '../asking.js';
import { ListSupervision, type SupervisedClock } from './list-supervision.query.js';

@QueryHandler(ListSupervision)
export class ListSupervisionHandler implements IQueryHandler<
  ListSupervision,
  ListPage<SupervisedClock, DeadlineCursor>
> {
  constructor(private readonly tables: Tables) {}

  /** Each office gives its first ones by an index of its own: a province of many counties reads no more than it shows. */
  async execute({
    scope,
    limit,
    after,
  }: ListSupervision): Promise<ListPage<SupervisedClock, DeadlineCursor>> {
    const register = await this.tables.tableOf('register');
    const rows = await this.tables.rows<SupervisedClock>(
      'deadline_list',
      (
        table,
      ) => `select ${DEADLINE_COLUMNS}, d.escalated_to, ${isoColumn('d', 'extension_asked_at')}, d.phase, d.number, d.respondent
       from unnest($1::text[]) as below(office) cross join lateral (
         select d.*, r.phase, r.number, r.respondent from ${table} d join ${register} r using (complaint_id)
         where d.office = below.office and d.supervised and not r.recused @> array[$5::text]
           and (r.phase <> all($2::text[]) or d.code = $6 and r.phase <> 'handed-over')
           and (d.due_at, d.deadline) > ($3::timestamptz, $4::text)
         order by d.due_at, d.deadline limit ${limit + 1}) d
       order by d.due_at, d.deadline limit ${limit + 1}`,
      [
        scope.offices,
        OVER,
        after?.dueAt ?? '-infinity',
        after?.deadline ?? '',
        scope.person,
        OUTLIVES_THE_CASE,
      ],
    );
    const shown = rows.map((row) => ({ ...row, extension_asked_at: waitsSince(row) }));
    return cut(shown, limit, (row) => ({ dueAt: row.due_at, deadline: row.deadline }));
  }
}
