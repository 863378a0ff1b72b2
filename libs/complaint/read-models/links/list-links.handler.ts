import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Conditions, isoColumn, Tables } from '#platform/projections';
import { inAnyScope } from '../scope.js';
import { ListLinks, type LinkEntry } from './list-links.query.js';

@QueryHandler(ListLinks)
export class ListLinksHandler implements IQueryHandler<ListLinks, readonly LinkEntry[]> {
  constructor(private readonly tables: Tables) {}

  async execute({ scopes, complaintId }: ListLinks): Promise<readonly LinkEntry[]> {
    const register = await this.tables.tableOf('register');
    const where = inAnyScope(
      new Conditions().add('(l.complaint_id = ? or l.linked_to = ?)', complaintId, complaintId),
      scopes,
      'r',
    );
    const here = `l.complaint_id = $1`;
    return this.tables.rows<LinkEntry>(
      'links',
      (
        table,
      ) => `select l.link_id, l.kind, l.score, ${isoColumn('l', 'linked_at')}, r.complaint_id, r.number, r.phase,
          ${here} as recorded_here
        from ${table} l join ${register} r
          on r.complaint_id = case when ${here} then l.linked_to else l.complaint_id end
        where ${where.sql} order by l.linked_at, l.link_id`,
      where.values,
    );
  }
}
