import { Query } from '@nestjs/cqrs';
import type { ListPage } from '#platform/projections';
import type { Clock, EscalatedTo } from '../../domain/index.js';
import type { DeadlineCursor, DeadlineEntry } from '../deadline-list/list-deadlines.query.js';

/** Somebody before whom misses are brought: as what in the own office, and for which offices as their superior. */
export interface EscalationScope {
  readonly officeId: string;
  readonly person: string;
  /** Posts held in the own office, as the rules name them. */
  readonly posts: readonly EscalatedTo[];
  /** Offices directly below, where the person supervises them. */
  readonly below: readonly string[];
  /** Every office below: of these, cases that the own office sent there. */
  readonly farBelow: readonly string[];
}

/** Those that still ask for something, or those that were made good late, in cases that go on. */
export const ESCALATION_STATUSES = ['missed', 'met-late'] as const;
export type EscalationStatus = (typeof ESCALATION_STATUSES)[number];

/** A miss that was brought before somebody. */
export type EscalationEntry = DeadlineEntry & {
  readonly phase: string;
  readonly handlers: readonly string[];
  /** The clock as its case keeps it. */
  readonly whole_clock: Clock;
  readonly escalated_to: readonly EscalatedTo[];
  /** The person who asks has the case in hand. */
  readonly in_hand: boolean;
};

/** What was brought before one person because it ran out (升级), the oldest first. */
export class ListEscalations extends Query<ListPage<EscalationEntry, DeadlineCursor>> {
  constructor(
    readonly scope: EscalationScope,
    readonly limit: number,
    readonly status: EscalationStatus = 'missed',
    readonly after?: DeadlineCursor,
  ) {
    super();
  }
}
