import { Query } from '@nestjs/cqrs';
import type { ListPage } from '#platform/projections';
import type { CallbackKind, Clock, Phase } from '../../domain/index.js';
import type { ListScope } from '../scope.js';
import type { CallbackRow } from './callback-list.projection.js';

/** The most urgent first. */
export interface CallbackCursor {
  readonly dueAt: string;
  readonly callback: string;
}

export interface CallbackFilter {
  readonly kind?: CallbackKind;
  /** Account id of whose calls they are. */
  readonly assignee?: string;
}

/** A call that waits, with its case and the clock by which it is due. */
export type CallbackEntry = Omit<CallbackRow, 'office' | 'deadline'> & {
  readonly number: string;
  readonly phase: Phase;
  readonly respondent: string;
  readonly clock: string;
  readonly status: Clock['status'];
  readonly due_on: string;
  readonly due_at: string;
  /** Reminders that have rung. */
  readonly reminded: readonly string[];
};

/** Calls that wait to be made, and dissatisfied complainants who wait for the leader's answer (回访待办). */
export class ListCallbacks extends Query<ListPage<CallbackEntry, CallbackCursor>> {
  constructor(
    readonly scope: ListScope,
    readonly limit: number,
    readonly filter: CallbackFilter = {},
    readonly after?: CallbackCursor,
  ) {
    super();
  }
}
