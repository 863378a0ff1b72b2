import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Conditions, cut, isoColumn, Tables, type ListPage } from '#platform/projections';
import { ListDirect, type DirectCursor } from './list-direct.query.js';
import type { DirectRow } from './register.projection.js';

@QueryHandler(ListDirect)
export class ListDirectHandler implements IQueryHandler<ListDirect, ListPage<DirectRow, DirectCursor>> {
  constructor(private readonly tables: Tables) {}

  async execute({
    operatorId,
    limit,
    filter,
    after,
  }: ListDirect): Promise<ListPage<DirectRow, DirectCursor>> {
    const where = new Conditions()
      .add('r.operator = ?', operatorId)
      .when('r.phase = ?', filter.phase)
      .when('r.way = ?', filter.way)
      .when('r.keep_until <= ?', filter.keepUntilTo);
    if (after) {
      where
        .add('r.received_at <= ?', after.receivedAt)
        .add('(r.received_at < ? or r.complaint_id > ?)', after.receivedAt, after.complaintId);
    }
    const rows = await this.tables.rows<DirectRow>(
      'operator_register',
      (table) => `select complaint_id, operator, number, way, ${isoColumn('r', 'received_at')},
         ${isoColumn('r', 'registered_at')}, complainant, unit, phase, responsible, outcome,
         to_char(r.keep_until, 'YYYY-MM-DD') as keep_until, revision
       from ${table} r where ${where.sql}
       order by r.received_at desc, r.complaint_id limit ${limit + 1}`,
      where.values,
    );
    return cut(rows, limit, (row) => ({ receivedAt: row.received_at, complaintId: row.complaint_id }));
  }
}
