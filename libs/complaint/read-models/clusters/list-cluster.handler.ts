import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Conditions, isoColumn, Tables } from '#platform/projections';
import { inScope } from '../scope.js';
import { ListCluster, type ClusterMember } from './list-clusters.query.js';

@QueryHandler(ListCluster)
export class ListClusterHandler implements IQueryHandler<ListCluster, readonly ClusterMember[]> {
  constructor(private readonly tables: Tables) {}

  /** A complaint that the person may not see is not shown, and joins nobody to anybody. */
  async execute({ scope, complaintId }: ListCluster): Promise<readonly ClusterMember[]> {
    const register = await this.tables.tableOf('register');
    const where = inScope(new Conditions(), scope, 'r');
    const start = where.values.length + 1;
    return this.tables.rows<ClusterMember>(
      'links',
      (table) => `with recursive member(complaint_id) as (
         select $${String(start)}::text
         union
         select r.complaint_id from member m
           join lateral (
             select linked_to as other from ${table} where complaint_id = m.complaint_id
             union all select complaint_id from ${table} where linked_to = m.complaint_id) l on true
           join ${register} r on r.complaint_id = l.other where ${where.sql})
       select r.complaint_id, r.number, r.phase, ${isoColumn('r', 'received_at')}, r.respondent, r.handlers
       from member join ${register} r using (complaint_id)
       where ${where.sql} order by r.received_at, r.complaint_id limit 1000`,
      [...where.values, complaintId],
    );
  }
}
