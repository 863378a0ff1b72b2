import { Query } from '@nestjs/cqrs';
import type { ListPage } from '#platform/projections';
import type { ListScope } from '../scope.js';
import type { DeadlineRow } from './deadline-list.projection.js';

export interface DeadlineCursor {
  readonly dueAt: string;
  readonly deadline: string;
}

export interface DeadlineFilter {
  readonly status?: string;
  readonly code?: string;
  /** `YYYY-MM-DD`, both ends included. */
  readonly dueFrom?: string;
  readonly dueTo?: string;
}

/** A deadline with the case it belongs to. */
export type DeadlineEntry = Omit<
  DeadlineRow,
  'terms' | 'course' | 'escalated_to' | 'supervised' | 'extension_asked_at'
> & {
  readonly number: string;
  readonly respondent: string;
};

/** Every clock of the office's cases, the earliest due first. */
export class ListDeadlines extends Query<ListPage<DeadlineEntry, DeadlineCursor>> {
  constructor(
    readonly scope: ListScope,
    readonly limit: number,
    readonly filter: DeadlineFilter = {},
    readonly after?: DeadlineCursor,
  ) {
    super();
  }
}
