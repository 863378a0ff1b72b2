import { Query } from '@nestjs/cqrs';
import type { ListPage } from '#platform/projections';
import type { ListScope } from '../scope.js';
import type { WorkRow } from './work-list.projection.js';

/** Most urgent first; cases whose clocks all pause come last. */
export interface WorkCursor {
  readonly urgentAt: string;
  readonly complaintId: string;
}

/** Work by urgency (待办): cases with open clocks, the earliest due first. */
export class ListWork extends Query<ListPage<WorkRow, WorkCursor>> {
  constructor(
    readonly scope: ListScope,
    readonly limit: number,
    readonly after?: WorkCursor,
  ) {
    super();
  }
}
