import type { ProjectedEvent, Projection } from '#platform/projections';
import {
  standingAfter,
  type Clock,
  type ClockEvent,
  type ClockStanding,
  type ComplaintEvent,
} from '../../domain/index.js';
import { complaintOf, eventOf } from '../projected.js';
import { after, isOver, lastOf, received, type CaseCourse, type CaseFacts } from './case-facts.js';

/** How a term stands; `running` also while it stands still. */
export type Standing = 'met' | 'late' | 'missed' | 'running' | 'cancelled';

/** What statistics need of one term. */
export interface TermFacts {
  readonly code: string;
  readonly basis: string;
  readonly standing: Standing;
  readonly unverified: boolean;
}

interface Row {
  /** `<complaint>`, or `<complaint>/<clock>` */
  readonly item: string;
  readonly office: string;
  /** Of a case: its receipt. Of a term: when it is or was due. */
  readonly first_at: string;
  /** Of a case: the latest moment of anything that counts; null while it is work or waits for its decision. */
  readonly last_at: string | null;
}

/** A case, or a term of a case, as it counts. */
export type StatisticsRow =
  | (Row & { readonly kind: 'case'; readonly facts: CaseFacts; readonly kept: CaseCourse })
  | (Row & { readonly kind: 'term'; readonly facts: TermFacts; readonly kept: ClockStanding });

/**
 * What the figures of a quarter are counted from (H21, G59, G39): cases and their terms in one table, because figures
 * that belong together have to come from one place in the log.
 */
export const statisticsProjection: Projection<StatisticsRow> = {
  name: 'statistics',
  version: 2,
  categories: ['complaint'],
  columns: {
    item: 'text not null',
    office: 'text not null',
    kind: 'text not null',
    first_at: 'timestamptz not null',
    last_at: 'timestamptz',
    facts: 'jsonb not null',
    kept: 'jsonb not null',
  },
  key: 'item',
  indexes: [
    // By blocks of the table: a term that moves has no entry to move with it.
    `using brin (first_at) with (autosummarize = on) where kind = 'term'`,
    `(office, last_at) where kind = 'case'`,
    `(office) where kind = 'case' and last_at is null`,
  ],
  touches(projected) {
    const { stream, type } = projected;
    const { clock } = projected.data as { readonly clock?: unknown };
    if (!type.startsWith('Clock')) return [complaintOf(stream)];
    return typeof clock === 'string' ? [`${complaintOf(stream)}/${clock}`] : [];
  },
  fold(row, item, projected) {
    const event = eventOf(projected);
    return event.type.startsWith('Clock')
      ? termAfter(row, item, event as ClockEvent, projected.meta)
      : caseAfter(row, item, event, projected.meta);
  },
};

type Meta = ProjectedEvent['meta'];

function caseAfter(
  row: StatisticsRow | null,
  item: string,
  event: ComplaintEvent,
  meta: Meta,
): StatisticsRow {
  if (event.type === 'ComplaintRegistered') {
    const { facts, course } = received(event.data);
    const { office, receivedAt } = event.data;
    return { item, office, kind: 'case', first_at: receivedAt, last_at: null, facts, kept: course };
  }
  if (row?.kind !== 'case') throw new Error(`${event.type} of a complaint that was never registered`);
  const { happenedAt } = meta as { readonly happenedAt: string };
  const { facts, course } = after({ facts: row.facts, course: row.kept }, event, happenedAt);
  const last_at = isOver(facts) ? lastOf(facts) : null;
  return { ...row, first_at: facts.receivedAt, last_at, facts, kept: course };
}

function termAfter(row: StatisticsRow | null, item: string, event: ClockEvent, meta: Meta): StatisticsRow {
  if (event.type === 'ClockStarted') {
    const {
      office = (meta as { actor?: { office?: string } }).actor?.office ?? '',
      code,
      basis,
    } = event.data;
    const { dueAt, verification } = event.data;
    const kept: ClockStanding = { status: 'running', dueAt, verification };
    const facts = { code, basis, ...standingOf(kept) };
    return { item, office, kind: 'term', first_at: dueAt, last_at: null, facts, kept };
  }
  if (row?.kind !== 'term') throw new Error(`${event.type} of a clock that was never started`);
  const kept = standingAfter(row.kept, event);
  if (kept === row.kept) return row;
  const standing = standingOf(kept);
  const { facts } = row;
  const stays = facts.standing === standing.standing && facts.unverified === standing.unverified;
  return {
    ...row,
    first_at: kept.dueAt,
    facts: stays ? facts : { ...facts, ...standing },
    kept,
  };
}

function standingOf({ status, verification }: ClockStanding): Pick<TermFacts, 'standing' | 'unverified'> {
  return { standing: STANDINGS[status], unverified: verification === 'unverified' };
}

const STANDINGS: Readonly<Record<Clock['status'], Standing>> = {
  met: 'met',
  'met-late': 'late',
  missed: 'missed',
  running: 'running',
  paused: 'running',
  cancelled: 'cancelled',
};
