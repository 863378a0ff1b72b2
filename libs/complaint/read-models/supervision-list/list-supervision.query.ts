import { Query } from '@nestjs/cqrs';
import type { ListPage } from '#platform/projections';
import type { EscalatedTo } from '../../domain/index.js';
import type { DeadlineCursor, DeadlineEntry } from '../deadline-list/list-deadlines.query.js';

/** A clock that a superior office has to look at, with the office that has the case. */
export type SupervisedClock = DeadlineEntry & {
  readonly phase: string;
  readonly escalated_to: readonly EscalatedTo[];
  /** Since when a request for more time waits for the superior office. */
  readonly extension_asked_at: string | null;
};

/** The offices that are looked through, and for whom: no case from which that person stands aside is shown (回避, G62). */
export interface SupervisionScope {
  readonly offices: readonly string[];
  readonly person: string;
}

/** What ran out in the offices below, was brought before their superior, or waits for him; the oldest first (督办). */
export class ListSupervision extends Query<ListPage<SupervisedClock, DeadlineCursor>> {
  constructor(
    readonly scope: SupervisionScope,
    readonly limit: number,
    readonly after?: DeadlineCursor,
  ) {
    super();
  }
}
