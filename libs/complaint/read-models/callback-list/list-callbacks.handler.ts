import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Conditions, cut, isoColumn, Tables, type ListPage } from '#platform/projections';
import { inScope, type ListScope } from '../scope.js';
import { ListCallbacks, type CallbackCursor, type CallbackEntry } from './list-callbacks.query.js';

@QueryHandler(ListCallbacks)
export class ListCallbacksHandler implements IQueryHandler<
  ListCallbacks,
  ListPage<CallbackEntry, CallbackCursor>
> {
  constructor(private readonly tables: Tables) {}

  async execute({
    scope,
    limit,
    filter,
    after,
  }: ListCallbacks): Promise<ListPage<CallbackEntry, CallbackCursor>> {
    const register = await this.tables.tableOf('register');
    const deadlines = await this.tables.tableOf('deadline_list');
    const where = ownCalls(new Conditions().add('c.office = ?', scope.officeId), scope)
      .when('c.kind = ?', filter.kind)
      .when('c.assignee = ?', filter.assignee);
    if (after) {
      where.add('d.due_at >= ?', after.dueAt);
      where.add(`(d.due_at > $${where.values.length} or c.callback > ?)`, after.callback);
    }
    const rows = await this.tables.rows<CallbackEntry>(
      'callback_list',
      (table) => `select c.callback, c.complaint_id, c.callback_id, c.kind, c.origin, c.assignee, c.set_by,
         ${isoColumn('c', 'set_at')}, c.attempts, c.last_outcome, ${isoColumn('c', 'last_attempt_at')}, c.asks_for,
         d.clock, d.status, to_char(d.due_on, 'YYYY-MM-DD') as due_on, ${isoColumn('d', 'due_at')},
         d.course->'raised' as reminded, r.number, r.phase, r.respondent
       from ${table} c join ${register} r using (complaint_id) join ${deadlines} d on d.deadline = c.deadline
       where c.asks_for is not null and ${where.sql}
       order by d.due_at, c.callback limit ${limit + 1}`,
      where.values,
    );
    return cut(rows, limit, (row) => ({ dueAt: row.due_at, callback: row.callback }));
  }
}

/** Own are the calls of own cases, and those that are the person's to make in any case of the office (H01). */
function ownCalls(where: Conditions, { own, ...scope }: ListScope): Conditions {
  inScope(where, scope, 'r');
  if (!own) return where;
  return where.add(
    `(c.assignee = ? or r.handlers @> array[?::text] or r.registered_by = ?::text)`,
    scope.person,
    own.assignedTo ?? null,
    own.registeredBy ?? null,
  );
}
