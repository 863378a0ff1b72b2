import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Conditions, cut, isoColumn, Tables, type ListPage } from '#platform/projections';
import { inScope } from '../scope.js';
import {
  ListFirings,
  PUNCTUAL_MS,
  SumFirings,
  type FiringCursor,
  type FiringEntry,
  type FiringPeriod,
  type FiringSummary,
} from './list-firings.query.js';

@QueryHandler(ListFirings)
export class ListFiringsHandler implements IQueryHandler<ListFirings, ListPage<FiringEntry, FiringCursor>> {
  constructor(private readonly tables: Tables) {}

  async execute({ period, limit, after }: ListFirings): Promise<ListPage<FiringEntry, FiringCursor>> {
    const where = inPeriod(period);
    if (after) where.add(`(x.at, ${NAME}) > (?::timestamptz, ?::text)`, after.at, after.name);
    const rows = await judged<FiringEntry & { readonly name: string }>(
      this.tables,
      where,
      period.now,
      `select name, deadline, complaint_id, number, clock, code, rulebook, rung, revision, ${iso('at')},
         ${iso('known_at')}, ${iso('ended_at')}, status, called_off, late_ms, late_because, extra
       from judged order by judged.at, name limit ${limit + 1}`,
    );
    return cut(rows, limit, ({ at, name }) => ({ at, name }));
  }
}

@QueryHandler(SumFirings)
export class SumFiringsHandler implements IQueryHandler<SumFirings, FiringSummary> {
  constructor(private readonly tables: Tables) {}

  async execute({ period }: SumFirings): Promise<FiringSummary> {
    const [sums] = await judged<FiringSummary>(this.tables, inPeriod(period), period.now, SUMS);
    if (!sums) throw new Error('sums have no row');
    return sums;
  }
}

/** A ring's own name, and its place among those of the same moment. */
const NAME = `f.deadline || '/' || x.rung || '/' || x.revision`;
const iso = (column: string) => isoColumn('judged', column);
const count = (condition: string) => `(count(*) filter (where ${condition}))::int`;
const SUMS = `select count(*)::int as all, ${count("status = 'rang'")} as rang,
  ${count("status = 'outstanding'")} as outstanding, ${count("status = 'called-off'")} as "called-off",
  ${count("status = 'overtaken'")} as overtaken, ${count("status = 'to-come'")} as "to-come",
  ${count('late_ms < 0')} as early, ${count('extra > 0')} as twice,
  json_build_object('recorded-late', ${count("late_because = 'recorded-late'")},
    'worker-late', ${count("late_because = 'worker-late'")}) as late,
  greatest(coalesce(max(late_ms), 0), 0) as "latestMs" from judged`;

function inPeriod({ scope, from, until }: FiringPeriod): Conditions {
  const where = inScope(new Conditions(), scope, 'r');
  where.add('f.last_at >= ?::timestamptz', from).add('f.first_at < ?::timestamptz', until);
  return where.add('x.at >= ?::timestamptz', from).add('x.at < ?::timestamptz', until);
}

/** Runs a query on the rings of the period, each with what became of it. */
async function judged<Row>(tables: Tables, where: Conditions, now: string, query: string): Promise<Row[]> {
  const register = await tables.tableOf('register');
  const condition = where.sql;
  const values = [...where.values, now];
  const time = `$${values.length}::timestamptz`;
  const late = `extract(epoch from ended_at - at) * 1000`;
  return tables.rows<Row>(
    'firings',
    (table) => `with ring as (
        select ${NAME} as name, f.deadline, f.complaint_id, r.number, f.clock, f.code, f.rulebook, x.rung,
          x.revision, x.at, x."knownAt" as known_at, x."endedAt" as ended_at, coalesce(x.rang, false) as rang,
          x."calledOff" as called_off, coalesce(x.extra, 0) as extra
        from ${table} f join ${register} r using (complaint_id),
          jsonb_to_recordset(f.firings) as x(rung text, revision int, at timestamptz, "knownAt" timestamptz,
            "endedAt" timestamptz, rang boolean, "calledOff" text, extra int)
        where ${condition}
      ), judged as (
        select ring.*,
          case when rang then 'rang' when ended_at is null and at > ${time} then 'to-come'
            when ended_at is null then 'outstanding' when ended_at > at then 'overtaken' else 'called-off'
          end as status,
          case when rang then (${late})::float8 end as late_ms,
          case when rang and ${late} > ${PUNCTUAL_MS}
            then case when known_at > at then 'recorded-late' else 'worker-late' end end as late_because
        from ring
      ) ${query}`,
    values,
  );
}
