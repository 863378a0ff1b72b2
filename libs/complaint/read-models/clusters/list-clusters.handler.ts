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
      ? `where (-open, operator) > (-$${String(where.values.length + 1)}::bigint, $${String(where.values.length + 2)}::text)`
      : '';
    const rows = await this.tables.rows<Cluster>(
      'register',
      (table) => `with in_work as (
         select r.complaint_id, r.respondent, r.operator_name, r.operator_licence, r.received_at
         from ${table} r where ${where.sql}),
       named as (${LICENCE_OF_A_NAME}),
       open_case as (
         select w.*, coalesce(w.operator_licence, n.licence) as licence,
           coalesce('licence ' || coalesce(w.operator_licence, n.licence), 'name ' || w.operator_name) as operator
         from in_work w left join named n using (operator_name)),
       joined as (
         select a.complaint_id as one, b.complaint_id as other
         from ${links} l join open_case a on a.complaint_id = l.complaint_id
           join open_case b on b.complaint_id = l.linked_to where a.operator = b.operator),
       counted as (
         select operator, max(licence) as licence, ${BY} as recognised_by,
           (array_agg(respondent order by received_at desc, complaint_id))[1] as respondent,
           (array_agg(distinct respondent))[1:20] as names, count(*)::int as open,
           count(*) filter (where complaint_id in (select one from joined union select other from joined))::int as linked,
           min(received_at) as first_received_at, max(received_at) as last_received_at
         from open_case group by operator having count(*) > 1)
       select operator, respondent, names, licence, recognised_by, open, linked, ${iso('first_received_at')}, ${iso('last_received_at')}
       from counted c ${beyond} order by open desc, operator limit ${String(limit + 1)}`,
      after ? [...where.values, after.open, after.operator] : where.values,
    );
    return cut(rows, limit, ({ open, operator }) => ({ open, operator }));
  }
}

/** A complaint without a licence is against the operator whose licence others of that name give, if it is one only. */
const LICENCE_OF_A_NAME = `select operator_name, min(operator_licence) as licence from in_work
  where operator_licence is not null group by operator_name having count(distinct operator_licence) = 1`;

/** By the licence where several give it, by the name where one does not. */
const BY = `array_remove(array[
  case when count(operator_licence) > 1 then 'licence' end,
  case when count(operator_licence) < count(*) then 'name' end], null)`;

function iso(column: string): string {
  return isoColumn('c', column);
}
