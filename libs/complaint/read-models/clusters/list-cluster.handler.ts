import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Conditions, isoColumn, Tables } from '#platform/projections';
import { inAnyScope } from '../scope.js';
import { CLUSTER_LIMIT, ListCluster, type ClusterFound, type ClusterMember } from './list-clusters.query.js';

@QueryHandler(ListCluster)
export class ListClusterHandler implements IQueryHandler<ListCluster, ClusterFound> {
  constructor(private readonly tables: Tables) {}

  /** A complaint that the person may not see is not shown, and joins nobody to anybody. */
  async execute({ scopes, complaintId }: ListCluster): Promise<ClusterFound> {
    const register = await this.tables.tableOf('register');
    const where = inAnyScope(new Conditions(), scopes, 'r');
    const asked = `$${String(where.values.length + 1)}::text`;
    const rows = await this.tables.rows<ClusterMember>(
      'links',
      (table) => `with recursive member(complaint_id) as (
         select ${asked}
         union
         select r.complaint_id from member m
           join lateral (
             select linked_to as other from ${table} where complaint_id = m.complaint_id
             union all select complaint_id from ${table} where linked_to = m.complaint_id) l on true
           join ${register} r on r.complaint_id = l.other where ${where.sql})
       select r.complaint_id, r.number, r.phase, ${isoColumn('r', 'received_at')}, r.respondent, r.handlers
       from member join ${register} r using (complaint_id)
       order by r.complaint_id <> ${asked}, r.received_at, r.complaint_id limit ${String(CLUSTER_LIMIT + 1)}`,
      [...where.values, complaintId],
    );
    return shown(rows);
  }
}

/** @param rows the complaint asked of, then the others, the first received first, and one more than is shown */
export function shown(rows: readonly ClusterMember[]): ClusterFound {
  const kept = rows.slice(0, CLUSTER_LIMIT);
  return {
    rows: kept.toSorted((a, b) => orderOf(a).localeCompare(orderOf(b))),
    more: rows.length > CLUSTER_LIMIT,
  };
}

function orderOf({ received_at, complaint_id }: ClusterMember): string {
  return `${received_at} ${complaint_id}`;
}
