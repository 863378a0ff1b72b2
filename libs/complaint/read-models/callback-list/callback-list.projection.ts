import type { ProjectedEvent, Projection } from '#platform/projections';
import type { CallbackKind, CallbacksEvents, CallOutcome, ComplaintEvent } from '../../domain/index.js';
import { complaintOf, eventOf } from '../projected.js';

/** One call that is or was owed to a complainant. When it is due, its clock says: see `deadline_list`. */
export interface CallbackRow {
  /** `<complaint>/<call>` */
  readonly callback: string;
  readonly complaint_id: string;
  /** Of the case: only people of its office promise and require calls. */
  readonly office: string;
  readonly callback_id: string;
  readonly kind: CallbackKind;
  readonly origin: 'promised' | 'required';
  readonly assignee: string | null;
  readonly set_by: string;
  readonly set_at: string;
  /** The deadline by which it is due now, as `deadline_list` names it. */
  readonly deadline: string;
  readonly attempts: number;
  readonly last_outcome: CallOutcome | null;
  readonly last_attempt_at: string | null;
  /** A call to be made, an answer to a dissatisfied complainant to be given, or nothing any more. */
  readonly asks_for: 'call' | 'decision-on-reopening' | null;
}

/** The callback work list (回访待办). */
export const callbackListProjection: Projection<CallbackRow> = {
  name: 'callback_list',
  version: 1,
  categories: ['complaint'],
  columns: {
    callback: 'text not null',
    complaint_id: 'text not null',
    office: 'text not null',
    callback_id: 'text not null',
    kind: 'text not null',
    origin: 'text not null',
    assignee: 'text',
    set_by: 'text not null',
    set_at: 'timestamptz not null',
    deadline: 'text not null',
    attempts: 'integer not null',
    last_outcome: 'text',
    last_attempt_at: 'timestamptz',
    asks_for: 'text',
  },
  key: 'callback',
  indexes: ['(office) where asks_for is not null', 'complaint_id'],
  touches: (projected) => {
    const { callbackId } = projected.data as { readonly callbackId?: unknown };
    return typeof callbackId === 'string' ? [keyOf(projected, callbackId)] : [];
  },
  fold(row, key, projected) {
    const event = eventOf(projected) as CallbackEvent;
    if (event.type === 'CallbackPromised' || event.type === 'CallbackRequired')
      return setOf(key, projected, event);
    if (!row) throw new Error(`${event.type} of a call that was never promised or required`);
    return { ...row, ...changeOf(projected, row, event) };
  },
};

/** Of a call that there is; one that nobody can make is on no list. */
type CallbackEvent = Extract<
  ComplaintEvent,
  { readonly type: Exclude<keyof CallbacksEvents, 'CallbackNotPossible'> }
>;
type Setting = Extract<CallbackEvent, { readonly type: 'CallbackPromised' | 'CallbackRequired' }>;

function setOf(callback: string, projected: ProjectedEvent, event: Setting): CallbackRow {
  const { callbackId, kind, assignee, by, clock } = event.data;
  return {
    callback,
    complaint_id: complaintOf(projected.stream),
    office: officeOf(projected.meta),
    callback_id: callbackId,
    kind,
    origin: event.type === 'CallbackPromised' ? 'promised' : 'required',
    assignee: assignee ?? null,
    set_by: by,
    set_at: event.type === 'CallbackPromised' ? event.data.promisedAt : event.data.requiredAt,
    deadline: keyOf(projected, clock),
    attempts: 0,
    last_outcome: null,
    last_attempt_at: null,
    asks_for: 'call',
  };
}

function changeOf(
  projected: ProjectedEvent,
  row: CallbackRow,
  event: Exclude<CallbackEvent, Setting>,
): Partial<CallbackRow> {
  switch (event.type) {
    case 'CallbackAssigned':
      return { assignee: event.data.assignee };
    case 'CallAttempted':
      return {
        attempts: row.attempts + 1,
        last_outcome: event.data.outcome,
        last_attempt_at: event.data.attemptedAt,
      };
    case 'NextDeadlineAnnounced':
      return { deadline: keyOf(projected, event.data.clock) };
    case 'ReopeningOffered':
      return { asks_for: 'decision-on-reopening' };
    case 'CallbackCompleted':
    case 'CallbackCancelled':
    case 'ReopeningOfferTaken':
    case 'ReopeningDeclined':
      return { asks_for: null };
  }
}

function keyOf({ stream }: ProjectedEvent, id: string): string {
  return `${complaintOf(stream)}/${id}`;
}

function officeOf(meta: ProjectedEvent['meta']): string {
  return (meta as { readonly actor?: { readonly office?: string } }).actor?.office ?? '';
}
