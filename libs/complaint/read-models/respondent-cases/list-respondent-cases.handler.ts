import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Conditions, cut, isoColumn, Tables, type ListPage } from '#platform/projections';
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
    const rows = await this.tables.rows<RespondentCaseEntry>(
      'respondent_cases',
      (table) => `select complaint_id, operator, office, number, progress, responsible, clocks, revision,
         ${['received_at', 'served_at', 'replied_at'].map((column) => isoColumn('c', column)).join(', ')}
       from ${table} c where ${where.sql}
       order by c.served_at desc, c.complaint_id limit ${limit + 1}`,
      where.values,
    );
    return cut(rows, limit, (row) => ({ servedAt: row.served_at, complaintId: row.complaint_id }));
  }
}
