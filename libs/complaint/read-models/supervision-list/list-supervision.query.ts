import { Query } from '@nestjs/cqrs';
import type { DeadlineCursor, DeadlineEntry } from '../deadline-list/list-deadlines.query.js';
import type { ListPage } from '../scope.js';

/** A clock that a superior office has to look at, with the office that has the case. */
export type SupervisedClock = DeadlineEntry & {
  readonly phase: string;
  readonly escalated_to: readonly string[];
};

/** What ran out in the offices below, was brought before their superior, or waits for him; the oldest first (督办). */
export class ListSupervision extends Query<ListPage<SupervisedClock, DeadlineCursor>> {
  constructor(
    readonly offices: readonly string[],
    readonly limit: number,
    readonly after?: DeadlineCursor,
  ) {
    super();
  }
}
