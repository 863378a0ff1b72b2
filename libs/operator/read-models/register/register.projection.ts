import type { Sealed } from '#kernel';
import type { ProjectedEvent, Projection } from '#platform/projections';
import { advance, type DirectComplaintEvent, type Phase } from '../../domain/index.js';

/** One line of an operator's own register of direct complaints (B01). */
export interface DirectRow {
  readonly complaint_id: string;
  readonly operator: string;
  readonly number: string;
  readonly way: string;
  readonly received_at: string;
  readonly registered_at: string;
  /** Name of the complainant, sealed; shown masked. */
  readonly complainant: Sealed | null;
  readonly unit: string | null;
  readonly phase: Phase;
  readonly responsible: string | null;
  readonly outcome: string | null;
  /** The last day on which its file must be kept. */
  readonly keep_until: string | null;
  readonly revision: number;
}

const PREFIX = 'direct-';

export const directRegisterProjection: Projection<DirectRow> = {
  name: 'operator_register',
  version: 1,
  categories: ['direct'],
  columns: {
    complaint_id: 'text not null',
    operator: 'text not null',
    number: 'text not null',
    way: 'text not null',
    received_at: 'timestamptz not null',
    registered_at: 'timestamptz not null',
    complainant: 'jsonb',
    unit: 'text',
    phase: 'text not null',
    responsible: 'text',
    outcome: 'text',
    keep_until: 'date',
    revision: 'integer not null',
  },
  key: 'complaint_id',
  indexes: ['operator, received_at desc, complaint_id', 'operator, phase, received_at desc'],
  touches: ({ stream }) => [stream.slice(PREFIX.length)],
  fold(row, key, projected) {
    const event = eventOf(projected);
    const { revision } = projected;
    if (event.type === 'OperatorComplaintReceived') {
      const { data } = event;
      return {
        complaint_id: key,
        operator: data.operator,
        number: data.number,
        way: data.way,
        received_at: data.receivedAt,
        registered_at: data.registeredAt,
        complainant: data.complainant.name ?? null,
        unit: data.concerned.unit ?? null,
        phase: 'received',
        responsible: null,
        outcome: null,
        keep_until: null,
        revision,
      };
    }
    if (!row) throw new Error(`${event.type} of a direct complaint that was never received`);
    return { ...row, ...changed(event), phase: advance(row.phase, event), revision };
  },
};

function eventOf(projected: ProjectedEvent): DirectComplaintEvent {
  return { type: projected.type, data: projected.data } as unknown as DirectComplaintEvent;
}

/** What of the line an event changes, besides how far the complaint has come. */
function changed(event: DirectComplaintEvent): Partial<DirectRow> {
  switch (event.type) {
    case 'OperatorCaseAssigned':
      return { responsible: event.data.responsible };
    case 'OperatorOutcomeRecorded':
      return { outcome: event.data.kind };
    case 'OperatorArchived':
      return { keep_until: event.data.keepUntil };
    case 'OperatorFileDestroyed':
      return { complainant: null };
    case 'OperatorRecordCorrected':
      return corrected(event.data.change);
    default:
      return {};
  }
}

type Change = Extract<DirectComplaintEvent, { readonly type: 'OperatorRecordCorrected' }>['data']['change'];

function corrected(change: Change): Partial<DirectRow> {
  if (change.of === 'outcome') return { outcome: change.outcome.kind };
  if (change.of !== 'intake') return {};
  const { receivedAt, complainant, concerned } = change.intake;
  return {
    ...(receivedAt ? { received_at: receivedAt } : {}),
    ...(complainant ? { complainant: complainant.name ?? null } : {}),
    ...(concerned ? { unit: concerned.unit ?? null } : {}),
  };
}
