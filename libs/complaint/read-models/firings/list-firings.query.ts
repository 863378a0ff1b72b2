import { Query } from '@nestjs/cqrs';
import type { ListPage } from '#platform/projections';
import type { ListScope } from '../scope.js';
import type { CalledOff } from './firings.projection.js';

/**
 * What became of a ring: it rang; it was to ring and has not (`outstanding`); it was called off in time; it was
 * called off after its moment, before it rang (`overtaken`); its moment is still to come.
 */
export const FIRING_STATUSES = ['rang', 'outstanding', 'called-off', 'overtaken', 'to-come'] as const;
export type FiringStatus = (typeof FIRING_STATUSES)[number];

/** Later than this is said to be late, in ms. */
export const PUNCTUAL_MS = 60_000;

/** Why something rang late: the fact that started its clock was recorded after the moment, or the worker was late. */
export type LateBecause = 'recorded-late' | 'worker-late';

/** Whose rings, from which moment until which, as of now. */
export interface FiringPeriod {
  readonly scope: ListScope;
  /** UTC instants; `until` is not in it. */
  readonly from: string;
  readonly until: string;
  readonly now: string;
}

/** One ring, as the report shows it. */
export interface FiringEntry {
  readonly deadline: string;
  readonly complaint_id: string;
  readonly number: string;
  readonly clock: string;
  readonly code: string;
  readonly rulebook: string;
  readonly rung: string;
  readonly revision: number;
  readonly at: string;
  readonly known_at: string;
  readonly ended_at: string | null;
  readonly status: FiringStatus;
  readonly called_off: CalledOff | null;
  /** From when it was to ring to when it rang, in ms; negative would be too early. */
  readonly late_ms: number | null;
  readonly late_because: LateBecause | null;
  /** How often it rang beyond the once that it was to. */
  readonly extra: number;
}

export interface FiringCursor {
  readonly at: string;
  readonly name: string;
}

/** The rings of a period, in the order in which they were to ring. */
export class ListFirings extends Query<ListPage<FiringEntry, FiringCursor>> {
  constructor(
    readonly period: FiringPeriod,
    readonly limit: number,
    readonly after?: FiringCursor,
  ) {
    super();
  }
}

/** What a period comes to. `early` and `twice` are 0 unless the system is broken. */
export interface FiringSummary extends Readonly<Record<FiringStatus, number>> {
  readonly all: number;
  readonly early: number;
  readonly twice: number;
  readonly late: Readonly<Record<LateBecause, number>>;
  /** The longest that anything rang late, in ms. */
  readonly latestMs: number;
}

export class SumFirings extends Query<FiringSummary> {
  constructor(readonly period: FiringPeriod) {
    super();
  }
}
