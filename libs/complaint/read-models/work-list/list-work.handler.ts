import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Conditions, cut, isoColumn, Tables, type ListPage } from '#platform/projections';
import { inScope } from '../scope.js';
import { clocksNamed } from '../deadline-list/columns.js';
import { ListWork, type WorkCursor, type WorkEntry } from './list-work.query.js';

@QueryHandler(ListWork)
export class ListWorkHandler implements IQueryHandler<ListWork, ListPage<WorkEntry, WorkCursor>> {
  constructor(private readonly tables: Tables) {}

  async execute({ scope, limit, after }: ListWork): Promise<ListPage<WorkEntry, WorkCursor>> {
    const where = inScope(new Conditions(), scope, 'w');
    if (after) {
      where.add('w.urgent_at >= ?', after.urgentAt);
      where.add(`(w.urgent_at > $${where.values.length} or w.complaint_id > ?)`, after.complaintId);
    }
    const deadlines = await this.tables.tableOf('deadline_list');
    const rows = await this.tables.rows<WorkEntry>(
      'work_list',
      (table) => `select complaint_id, office, number, registered_by, respondent, handlers, reviewer, phase,
         ${clocksNamed(deadlines, 'w.complaint_id', NAMES)} as clocks, ${isoColumn('w', 'urgent_at')}, overdue
       from ${table} w where w.open and ${where.sql}
       order by w.urgent_at, w.complaint_id limit ${limit + 1}`,
      where.values,
    );
    return cut(rows, limit, (row) => ({ urgentAt: row.urgent_at, complaintId: row.complaint_id }));
  }
}

const NAMES = `array(select one->>'clock' from jsonb_array_elements(w.open_clocks) one)`;
