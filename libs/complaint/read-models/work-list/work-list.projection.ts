import type { Projection } from '#platform/projections';
import {
  advance,
  ENDS_WITH_FORM,
  recusedWith,
  standingAfter,
  type Clock,
  type ClockEvent,
  type ClockStanding,
  type ComplaintEvent,
  type Progress,
} from '../../domain/index.js';
import { asksForSomething } from '../asking.js';
import { complaintOf, eventOf } from '../projected.js';

/** What of a clock says whether it is work, and how urgent. The clock itself stands in the list of deadlines. */
export interface WorkClock extends ClockStanding, Pick<Clock, 'clock' | 'code' | 'onMiss'> {}

/** A case with every clock that still asks for something: running, paused, or missed and not made good; or to be closed. */
export interface WorkRow extends Progress {
  readonly complaint_id: string;
  readonly office: string;
  readonly number: string;
  readonly registered_by: string;
  readonly respondent: string;
  readonly handlers: readonly string[];
  /** Who stands aside from the case. */
  readonly recused: readonly string[];
  readonly reviewer: string | null;
  /** Open clocks, most urgent first. */
  readonly open_clocks: readonly WorkClock[];
  /** Something of it is open. */
  readonly open: boolean;
  /** The earliest due date among clocks running or missed; the end of days when all of them pause. */
  readonly urgent_at: string;
  /** How many ran out and are still open. */
  readonly overdue: number;
}

/** Later than any due date: where a case stands whose clocks all pause. */
export const NOTHING_URGENT = '9999-12-31T00:00:00.000Z';

/** Work by urgency (待办): one row a case, out of the list when nothing of it is open. */
export const workListProjection: Projection<WorkRow> = {
  name: 'work_list',
  version: 4,
  categories: ['complaint'],
  columns: {
    complaint_id: 'text not null',
    office: 'text not null',
    number: 'text not null',
    registered_by: 'text not null',
    respondent: 'text not null',
    handlers: 'text[] not null',
    recused: 'text[] not null',
    reviewer: 'text',
    phase: 'text not null',
    served: 'text[] not null',
    answered: 'boolean not null',
    open_clocks: 'jsonb not null',
    open: 'boolean not null',
    urgent_at: 'timestamptz not null',
    overdue: 'integer not null',
  },
  key: 'complaint_id',
  indexes: ['(office, urgent_at, complaint_id) where open'],
  touches: ({ stream }) => [complaintOf(stream)],
  fold(row, key, projected) {
    const event = eventOf(projected);
    if (event.type === 'ComplaintRegistered') {
      const { data } = event;
      return {
        complaint_id: key,
        office: data.office,
        number: data.number,
        registered_by: data.registeredBy,
        respondent: data.respondent.name,
        handlers: [],
        recused: [],
        reviewer: null,
        phase: 'registered',
        served: [],
        answered: false,
        open_clocks: [],
        open: false,
        urgent_at: NOTHING_URGENT,
        overdue: 0,
      };
    }
    if (!row) throw new Error(`${event.type} of a complaint that was never registered`);
    return changed(row, event);
  },
};

function changed(before: WorkRow, event: ComplaintEvent): WorkRow {
  const row = { ...before, ...advance(before, event) };
  if (event.type === 'HandlersAssigned') return { ...row, handlers: event.data.handlers };
  if (event.type === 'RecusalDecided') return { ...row, recused: recusedWith(row.recused, event) };
  if (event.type === 'ReviewBegun') return { ...row, reviewer: event.data.by };
  if (isClockEvent(event)) return withClocks(row, clocksAfter(row.open_clocks, event));
  if (row.phase === before.phase) return row;
  const undecided = row.phase === 'under-review';
  return withClocks(undecided ? { ...row, handlers: [] } : row, row.open_clocks);
}

function isClockEvent(event: ComplaintEvent): event is ClockEvent {
  return event.type.startsWith('Clock');
}

function clocksAfter(clocks: readonly WorkClock[], event: ClockEvent): readonly WorkClock[] {
  if (event.type === 'ClockStarted') {
    const { clock, code, onMiss, dueAt, verification } = event.data;
    return [...clocks, { clock, code, onMiss, status: 'running', dueAt, verification }];
  }
  return clocks.map((clock) => (clock.clock === event.data.clock ? standingAfter(clock, event) : clock));
}

const WAITS_FOR_CLOSING: readonly Progress['phase'][] = [...ENDS_WITH_FORM, 'closing-requested', 'closed'];

/** What no clock reminds of: an outcome has to be closed, and a closed case put away (G37, G38). */
function waitsForClosing(phase: Progress['phase']): boolean {
  return WAITS_FOR_CLOSING.includes(phase);
}

function withClocks(row: WorkRow, all: readonly WorkClock[]): WorkRow {
  const clocks = all
    .filter((clock) => asksForSomething(clock, row.phase))
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt) || a.clock.localeCompare(b.clock));
  const urgent = clocks.find(({ status }) => status !== 'paused');
  return {
    ...row,
    open_clocks: isSame(row.open_clocks, clocks) ? row.open_clocks : clocks,
    open: clocks.length > 0 || waitsForClosing(row.phase),
    urgent_at: urgent?.dueAt ?? NOTHING_URGENT,
    overdue: clocks.filter(({ status }) => status === 'missed').length,
  };
}

function isSame(some: readonly WorkClock[], others: readonly WorkClock[]): boolean {
  return some.length === others.length && some.every((clock, place) => clock === others[place]);
}
