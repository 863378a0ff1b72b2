import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { cut, Tables, type ListPage } from '#platform/projections';
import { OVER } from '../asking.js';
import { DEADLINE_COLUMNS, WHOLE_CLOCK } from '../deadline-list/columns.js';
import type { DeadlineCursor } from '../deadline-list/list-deadlines.query.js';
import { ListEscalations, type EscalationEntry } from './list-escalations.query.js';

@QueryHandler(ListEscalations)
export class ListEscalationsHandler implements IQueryHandler<
  ListEscalations,
  ListPage<EscalationEntry, DeadlineCursor>
> {
  constructor(private readonly tables: Tables) {}

  /**
   * A miss stays on the list until it is made good or the case has moved past it, as on the work list. Each office gives its first ones by an index of its own.
   */
  async execute({
    scope,
    limit,
    status,
    after,
  }: ListEscalations): Promise<ListPage<EscalationEntry, DeadlineCursor>> {
    const register = await this.tables.tableOf('register');
    const work = await this.tables.tableOf('work_list');
    const rows = await this.tables.rows<EscalationEntry>(
      'deadline_list',
      (table) => `select ${DEADLINE_COLUMNS}, d.escalated_to, ${WHOLE_CLOCK} as whole_clock,
         d.phase, d.number, d.respondent, d.handlers, d.in_hand
       from unnest($1::text[]) as looked(office) cross join lateral (
         select d.*, r.phase, r.number, r.respondent, r.handlers, ${IN_HAND} as in_hand
         from ${table} d join ${register} r using (complaint_id) join ${work} w using (complaint_id)
         where d.office = looked.office and d.escalated_to <> '{}' and d.status = $2
           and (d.due_at, d.deadline) > ($3::timestamptz, $4::text)
           and not r.recused @> array[$5::text]
           and ${status === 'missed' ? STILL_ASKS : CASE_GOES_ON}
           and (${BROUGHT_BEFORE_ME})
         order by d.due_at, d.deadline limit ${limit + 1}) d
       order by d.due_at, d.deadline limit ${limit + 1}`,
      [
        [scope.officeId, ...scope.farBelow],
        status,
        after?.dueAt ?? '-infinity',
        after?.deadline ?? '',
        scope.person,
        scope.officeId,
        scope.posts,
        scope.below,
        ...(status === 'missed' ? [] : [OVER]),
      ],
    );
    return cut(rows, limit, (row) => ({ dueAt: row.due_at, deadline: row.deadline }));
  }
}

/** Its handlers have a case in hand, before them its reviewer, before him who registered it. */
const IN_HAND = `(case when r.handlers <> '{}' then r.handlers @> array[$5::text]
  else coalesce(w.reviewer, r.registered_by) = $5::text end)`;

/** The work list shows the clock; or a term that only warned ran out, and a longer one of its kind is still open (G19). */
const STILL_ASKS = `w.open_clocks @> any(array[
  jsonb_build_array(jsonb_build_object('clock', d.clock)),
  jsonb_build_array(jsonb_build_object('code', d.code, 'status', 'running')),
  jsonb_build_array(jsonb_build_object('code', d.code, 'status', 'paused'))])`;

const CASE_GOES_ON = 'r.phase <> all($9::text[])';

/** As a post of the own office, as the handler, as the superior office, or as the office that sent the case there. */
const BROUGHT_BEFORE_ME = `d.office = $6 and (d.escalated_to && $7::text[]
    or 'handler' = any(d.escalated_to) and ${IN_HAND})
  or d.office <> $6 and 'superior-office' = any(d.escalated_to)
    and (d.office = any($8::text[]) or r.origin->>'office' = $6)`;
