import type { ProjectedEvent, Projection } from '#platform/projections';
import {
  courseAfter,
  partsOfClock,
  startedClock,
  type Clock,
  type ClockCourse,
  type ClockEvent,
  type ClockTerms,
  type ComplaintEvent,
  type EscalatedTo,
} from '../../domain/index.js';
import { isSupervised } from '../asking.js';
import { complaintOf, eventOf } from '../projected.js';

/** One clock of one case, from its start to its end: what the law asked, by when, and what became of it. */
export interface DeadlineRow {
  /** `<complaint>/<clock>` */
  readonly deadline: string;
  readonly complaint_id: string;
  /** Of the case. */
  readonly office: string;
  readonly clock: string;
  readonly code: string;
  readonly rulebook: string;
  readonly basis: string;
  readonly status: Clock['status'];
  readonly started_at: string;
  readonly due_on: string;
  readonly due_at: string;
  readonly met_at: string | null;
  readonly missed_at: string | null;
  readonly verification: string;
  readonly provisional: boolean;
  /** Before whom its miss was brought. */
  readonly escalated_to: readonly EscalatedTo[];
  /** For a superior office to look at: it ran out and was not made good, or it runs for something between offices. */
  readonly supervised: boolean;
  /** When the superior office was asked for more time, until it answers (A11). */
  readonly extension_asked_at: string | null;
  /** The clock as the case keeps it, in two parts: a clock that moves has the second written anew. */
  readonly terms: ClockTerms;
  readonly course: ClockCourse;
}

export const deadlineListProjection: Projection<DeadlineRow> = {
  name: 'deadline_list',
  version: 6,
  categories: ['complaint'],
  columns: {
    deadline: 'text not null',
    complaint_id: 'text not null',
    office: 'text not null',
    clock: 'text not null',
    code: 'text not null',
    rulebook: 'text not null',
    basis: 'text not null',
    status: 'text not null',
    started_at: 'timestamptz not null',
    due_on: 'date not null',
    due_at: 'timestamptz not null',
    met_at: 'timestamptz',
    missed_at: 'timestamptz',
    verification: 'text not null',
    provisional: 'boolean not null',
    escalated_to: 'text[] not null',
    supervised: 'boolean not null',
    extension_asked_at: 'timestamptz',
    terms: 'jsonb not null',
    course: 'jsonb not null',
  },
  key: 'deadline',
  indexes: [
    'office, status, due_at, deadline',
    '(office, due_at, deadline) where supervised',
    `(office, status, due_at, deadline) where escalated_to <> '{}'`,
  ],
  touches: (projected) => {
    const clock = (projected.data as { readonly clock?: unknown }).clock;
    const about = ABOUT_A_CLOCK.some((beginning) => projected.type.startsWith(beginning));
    const counts = about && typeof clock === 'string';
    return counts ? [`${complaintOf(projected.stream)}/${clock}`] : [];
  },
  fold(row, key, projected) {
    const event = eventOf(projected);
    if (event.type === 'Escalated') return row && escalated(row, event.data.to);
    if (isOfExtension(event)) return row && asked(row, event);
    const parts = partsAfter(row, event as ClockEvent);
    const clock: Clock = { ...parts.terms, ...parts.course };
    return {
      deadline: key,
      complaint_id: complaintOf(projected.stream),
      office: row?.office ?? clock.office ?? officeOf(projected.meta),
      clock: clock.clock,
      code: clock.code,
      rulebook: clock.rulebook,
      basis: clock.basis,
      status: clock.status,
      started_at: clock.startAt,
      due_on: clock.dueOn,
      due_at: clock.dueAt,
      met_at: clock.metAt ?? null,
      missed_at: clock.missedAt ?? null,
      verification: clock.verification,
      provisional: clock.provisional,
      escalated_to: row?.escalated_to ?? [],
      ...forSuperior(clock, row?.extension_asked_at ?? null),
      ...parts,
    };
  },
};

function partsAfter(row: DeadlineRow | null, event: ClockEvent): Pick<DeadlineRow, 'terms' | 'course'> {
  if (event.type === 'ClockStarted') return partsOfClock(startedClock(event.data));
  if (!row) throw new Error(`${event.type} of a clock that was never started`);
  return { terms: row.terms, course: courseAfter(row.course, event) };
}

const ABOUT_A_CLOCK = ['Clock', 'Escalated', 'Extension'];

type ExtensionEvent = Extract<ComplaintEvent, { readonly type: `Extension${string}` }>;

function isOfExtension(event: ComplaintEvent): event is ExtensionEvent {
  return event.type.startsWith('Extension');
}

/** A request waits for the superior until it is answered. */
function asked(row: DeadlineRow, { type, data }: ExtensionEvent): DeadlineRow {
  const waits = type === 'ExtensionRequested' && data.granter === 'superior-office';
  return { ...row, ...forSuperior({ ...row.terms, ...row.course }, waits ? data.requestedAt : null) };
}

/** The request is kept while the term is over, too: its miss may prove to be none. */
function forSuperior(clock: Clock, askedAt: string | null) {
  const row = { status: clock.status, extension_asked_at: askedAt };
  return { supervised: waitsSince(row) !== null || isSupervised(clock), extension_asked_at: askedAt };
}

/** Since when a request waits for the superior; that of a term which is over waits for nobody. */
export function waitsSince({
  status,
  extension_asked_at,
}: Pick<DeadlineRow, 'status' | 'extension_asked_at'>): string | null {
  return status === 'running' || status === 'paused' ? extension_asked_at : null;
}

function escalated(row: DeadlineRow, to: readonly EscalatedTo[]): DeadlineRow {
  return { ...row, escalated_to: [...new Set([...row.escalated_to, ...to])] };
}

function officeOf(meta: ProjectedEvent['meta']): string {
  return (meta as { readonly actor?: { readonly office?: string } }).actor?.office ?? '';
}
