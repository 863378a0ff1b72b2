import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Conditions, cut, isoColumn, Tables, type ListPage } from '#platform/projections';
import { ListPublished, type PublishedCursor } from './list-published.query.js';
import type { PublishedReportRow } from './published-reports.projection.js';

@QueryHandler(ListPublished)
export class ListPublishedHandler implements IQueryHandler<
  ListPublished,
  ListPage<PublishedReportRow, PublishedCursor>
> {
  constructor(private readonly tables: Tables) {}

  async execute({
    limit,
    filter,
    after,
  }: ListPublished): Promise<ListPage<PublishedReportRow, PublishedCursor>> {
    const where = new Conditions()
      .add('r.version >= ?', 1)
      .when('r.office = ?', filter.office)
      .when('r.quarter = ?', filter.quarter);
    if (after) {
      where
        .add('r.quarter <= ?', after.quarter)
        .add('(r.quarter < ? or r.report > ?)', after.quarter, after.report);
    }
    const rows = await this.tables.rows<PublishedReportRow>(
      'published_reports',
      (table) => `select report, office, quarter, version, ${isoColumn('r', 'published_at')},
         ${isoColumn('r', 'first_published_at')}
       from ${table} r where ${where.sql} order by r.quarter desc, r.report limit ${limit + 1}`,
      where.values,
    );
    return cut(rows, limit, ({ quarter, report }) => ({ quarter, report }));
  }
}
