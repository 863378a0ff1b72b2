import { Query } from '@nestjs/cqrs';
import type { Instant } from '#kernel';
import type { Actor, CaseChange } from '../../domain/index.js';

/** What a rulebook would do to the open cases of an office. */
export interface DryRunReport {
  readonly rulebook: string;
  readonly version: number;
  readonly office: string;
  readonly at: Instant;
  /** How many cases are open. */
  readonly open: number;
  /** How many of them would change, and how many of these would become overdue. */
  readonly changed: number;
  readonly becomeOverdue: number;
  /** How many of the moves would be refused today, because the rulebook is in force neither now nor on the day of receipt. */
  readonly refused: number;
  /** The changes, those first that would become overdue; `changed` says how many there are in all. */
  readonly cases: readonly CaseChange[];
}

/** What would this rulebook do to our open cases? Changes nothing (deadlines.md 1). */
export class DryRunRulebook extends Query<DryRunReport> {
  constructor(
    readonly rulebook: string,
    readonly office: string,
    /** Who asks. */
    readonly actor: Actor,
    /** How many changes to show. */
    readonly limit: number,
  ) {
    super();
  }
}
