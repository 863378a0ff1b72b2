import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Conditions, cut, isoColumn, Tables, type ListPage } from '#platform/projections';
import { operatorTraits, type Respondent } from '../../domain/index.js';
import { inScope } from '../scope.js';
import { ListRegister, type RegisterCursor, type RegisterEntry } from './list-register.query.js';

@QueryHandler(ListRegister)
export class ListRegisterHandler implements IQueryHandler<
  ListRegister,
  ListPage<RegisterEntry, RegisterCursor>
> {
  constructor(private readonly tables: Tables) {}

  async execute({
    scope,
    limit,
    filter,
    after,
  }: ListRegister): Promise<ListPage<RegisterEntry, RegisterCursor>> {
    const where = inScope(new Conditions(), scope, 'r')
      .when('r.phase = ?', filter.phase)
      .when('position(? in r.respondent) > 0', filter.respondent);
    if (filter.operator) isAgainst(where, filter.operator);
    if (after) {
      where.add('r.received_at <= ?', after.receivedAt);
      where.add(`(r.received_at < $${where.values.length} or r.complaint_id > ?)`, after.complaintId);
    }
    const rows = await this.tables.rows<RegisterEntry>(
      'register',
      (
        table,
      ) => `select complaint_id, office, number, channel, ${iso('received_at')}, ${iso('registered_at')},
         registered_by, complainant, complainants, respondent, respondent_kind, phase, outcome,
         ended_as, ${iso('ended_at')}, handlers,
         statutory_rulebook, origin, revision
       from ${table} r where ${where.sql}
       order by r.received_at desc, r.complaint_id limit ${limit + 1}`,
      where.values,
    );
    return cut(rows, limit, (row) => ({ receivedAt: row.received_at, complaintId: row.complaint_id }));
  }
}

/** The rule of `sameOperator`, asked of the table. */
function isAgainst(where: Conditions, operator: Pick<Respondent, 'name' | 'licence'>): void {
  const { name, licence } = operatorTraits(operator);
  if (licence === null) where.add('r.operator_name = ?', name);
  else
    where.add(
      '(r.operator_licence = ? or (r.operator_licence is null and r.operator_name = ?))',
      licence,
      name,
    );
}

const iso = (column: string) => isoColumn('r', column);
