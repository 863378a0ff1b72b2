import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Conditions, cut, isoColumn, Tables, type ListPage } from '#platform/projections';
import { OVER } from '../asking.js';
import { inScope } from '../scope.js';
import { ListClusters, type Cluster, type ClusterCursor } from './list-clusters.query.js';

@QueryHandler(ListClusters)
export class ListClustersHandler implements IQueryHandler<ListClusters, ListPage<Cluster, ClusterCursor>> {
  constructor(private readonly tables: Tables) {}

  async execute({ scope, limit, after }: ListClusters): Promise<ListPage<Cluster, ClusterCursor>> {
    const links = await this.tables.tableOf('links');
    const where = inScope(new Conditions(), scope, 'r').add('r.phase <> all(?::text[])', OVER);
    const beyond = after
      ? `where (-open, respondent) > (-$${String(where.values.length + 1)}::bigint, $${String(where.values.length + 2)}::text)`
      : '';
    const rows = await this.tables.rows<Cluster>(
      'register',
      (table) => `with open_case as (
         select r.complaint_id, r.respondent, r.received_at from ${table} r where ${where.sql}),
       joined as (
         select a.complaint_id as one, b.complaint_id as other
         from ${links} l join open_case a on a.complaint_id = l.complaint_id
           join open_case b on b.complaint_id = l.linked_to where a.respondent = b.respondent),
       counted as (
         select respondent, count(*)::int as open,
           count(*) filter (where complaint_id in (select one from joined union select other from joined))::int as linked,
           min(received_at) as first_received_at, max(received_at) as last_received_at
         from open_case group by respondent having count(*) > 1)
       select respondent, open, linked, ${iso('first_received_at')}, ${iso('last_received_at')}
       from counted c ${beyond} order by open desc, respondent limit ${String(limit + 1)}`,
      after ? [...where.values, after.open, after.respondent] : where.values,
    );
    return cut(rows, limit, ({ open, respondent }) => ({ open, respondent }));
  }
}

function iso(column: string): string {
  return isoColumn('c', column);
}
