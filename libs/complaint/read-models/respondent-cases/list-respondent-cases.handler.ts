import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Conditions, cut, isoColumn, Tables, type ListPage } from '#platform/projections';
import { clocksNamed } from '../deadline-list/columns.js';
import {
  ListRespondentCases,
  type RespondentCaseCursor,
  type RespondentCaseEntry,
} from './list-respondent-cases.query.js';

type Page = ListPage<RespondentCaseEntry, RespondentCaseCursor>;

@QueryHandler(ListRespondentCases)
export class ListRespondentCasesHandler implements IQueryHandler<ListRespondentCases, Page> {
  constructor(private readonly tables: Tables) {}

  async execute({ operatorId, limit, filter, after }: ListRespondentCases): Promise<Page> {
    const where = new Conditions()
      .add('c.operator = ?', operatorId)
      .add('c.served_at is not null')
      .when('(c.replied_at is not null) = ?', filter.answered);
    if (after) {
      where
        .add('c.served_at <= ?', after.servedAt)
        .add('(c.served_at < ? or c.complaint_id > ?)', after.servedAt, after.complaintId);
    }
    const register = await this.tables.tableOf('register');
    const deadlines = await this.tables.tableOf('deadline_list');
    const rows = await this.tables.rows<RespondentCaseEntry>(
      'respondent_cases',
      (table) => `select c.complaint_id, c.operator, c.office, c.number, c.responsible, r.phase, r.revision,
         ${clocksNamed(deadlines, 'c.complaint_id', 'c.clocks')} as clocks,
         ${['received_at', 'served_at', 'replied_at'].map((column) => isoColumn('c', column)).join(', ')}
       from ${table} c join ${register} r using (complaint_id) where ${where.sql}
       order by c.served_at desc, c.complaint_id limit ${limit + 1}`,
      where.values,
    );
    return cut(rows, limit, (row) => ({ servedAt: row.served_at, complaintId: row.complaint_id }));
  }
}
