import { Query } from '@nestjs/cqrs';
import type { ListPage } from '#platform/projections';
import type { Clock, Phase } from '../../domain/index.js';
import type { RespondentCaseRow } from './respondent-cases.projection.js';

/** The newest service first; the id makes the order whole. */
export interface RespondentCaseCursor {
  readonly servedAt: string;
  readonly complaintId: string;
}

/** A case that has been served on the operator, as it stands, with the operator's own clocks as the case keeps them. */
export type RespondentCaseEntry = Omit<RespondentCaseRow, 'served_document' | 'clocks'> & {
  readonly served_at: string;
  readonly phase: Phase;
  readonly revision: number;
  readonly clocks: readonly Clock[];
};

export interface RespondentCaseFilter {
  /** Whether it has been answered. */
  readonly answered?: boolean;
}

/** Complaints that offices handle against one operator, the newest service first. */
export class ListRespondentCases extends Query<ListPage<RespondentCaseEntry, RespondentCaseCursor>> {
  constructor(
    readonly operatorId: string,
    readonly limit: number,
    readonly filter: RespondentCaseFilter = {},
    readonly after?: RespondentCaseCursor,
  ) {
    super();
  }
}
