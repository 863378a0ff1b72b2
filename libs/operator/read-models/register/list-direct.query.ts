import type { Day } from '#kernel';
import { Query } from '@nestjs/cqrs';
import type { ListPage } from '#platform/projections';
import type { Phase, Way } from '../../domain/index.js';
import type { DirectRow } from './register.projection.js';

/** Newest first by receipt; the id makes the order whole. */
export interface DirectCursor {
  readonly receivedAt: string;
  readonly complaintId: string;
}

export interface DirectFilter {
  readonly phase?: Phase;
  readonly way?: Way;
  /** Files whose last day of keeping is this day or earlier. */
  readonly keepUntilTo?: Day;
}

/** An operator's own register of direct complaints, newest receipt first. */
export class ListDirect extends Query<ListPage<DirectRow, DirectCursor>> {
  constructor(
    readonly operatorId: string,
    readonly limit: number,
    readonly filter: DirectFilter = {},
    readonly after?: DirectCursor,
  ) {
    super();
  }
}
