import type { Quarter } from '#kernel';
import { Query } from '@nestjs/cqrs';
import type { ListPage } from '#platform/projections';
import type { PublishedReportRow } from './published-reports.projection.js';

/** The latest quarter first; the report's name makes the order whole. */
export interface PublishedCursor {
  readonly quarter: Quarter;
  readonly report: string;
}

/** The quarters that are open to everybody. */
export class ListPublished extends Query<ListPage<PublishedReportRow, PublishedCursor>> {
  constructor(
    readonly limit: number,
    readonly filter: { readonly office?: string; readonly quarter?: Quarter } = {},
    readonly after?: PublishedCursor,
  ) {
    super();
  }
}
