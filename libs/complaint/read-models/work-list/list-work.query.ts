import { Query } from '@nestjs/cqrs';
import type { ListPage } from '#platform/projections';
import type { ListScope } from '../scope.js';
import type { Clock } from '../../domain/index.js';
import type { WorkRow } from './work-list.projection.js';

/** Most urgent first; cases whose clocks all pause come last. */
export interface WorkCursor {
  readonly urgentAt: string;
  readonly complaintId: string;
}

/** A case with its open clocks as it keeps them, the earliest due first. */
export type WorkEntry = Omit<WorkRow, 'open_clocks'> & { readonly clocks: readonly Clock[] };

/** Work by urgency (待办): cases with open clocks, the earliest due first. */
export class ListWork extends Query<ListPage<WorkEntry, WorkCursor>> {
  constructor(
    readonly scope: ListScope,
    readonly limit: number,
    readonly after?: WorkCursor,
  ) {
    super();
  }
}
