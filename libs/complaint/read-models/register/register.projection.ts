import type { Sealed } from '#kernel';
import type { ProjectedEvent, Projection } from '#platform/projections';
import {
  advance,
  isEnded,
  isEnding,
  operatorTraits,
  recusedWith,
  type ComplaintEvent,
  type DocumentKind,
  type Ending,
  type HandoverKind,
  type Origin,
  type Phase,
  type Respondent,
} from '../../domain/index.js';
import { complaintOf, eventOf } from '../projected.js';

/** One line of the register of complaints (投诉登记簿, G01). */
export interface RegisterRow {
  readonly complaint_id: string;
  readonly office: string;
  readonly number: string;
  readonly channel: string;
  readonly received_at: string;
  readonly registered_at: string;
  readonly registered_by: string;
  /** Name of the first complainant, sealed; shown masked. */
  readonly complainant: Sealed | null;
  /** Who that is. */
  readonly complainant_subject: string | null;
  readonly complainants: number;
  readonly respondent: string;
  /** Name and licence of the respondent as they are compared. */
  readonly operator_name: string;
  readonly operator_licence: string | null;
  readonly respondent_kind: string | null;
  readonly phase: Phase;
  readonly served: readonly DocumentKind[];
  readonly answered: boolean;
  readonly outcome: string | null;
  /** How it ended last, and when; null while it is in work (G59). */
  readonly ended_as: Ending | null;
  readonly ended_at: string | null;
  readonly handlers: readonly string[];
  /** Who stands aside from the case. */
  readonly recused: readonly string[];
  readonly statutory_rulebook: string;
  /** Where it came from, if from another office. */
  readonly origin: { readonly kind: HandoverKind; readonly office: string; readonly number: string } | null;
  readonly revision: number;
}

export const registerProjection: Projection<RegisterRow> = {
  name: 'register',
  version: 7,
  categories: ['complaint'],
  columns: {
    complaint_id: 'text not null',
    office: 'text not null',
    number: 'text not null',
    channel: 'text not null',
    received_at: 'timestamptz not null',
    registered_at: 'timestamptz not null',
    registered_by: 'text not null',
    complainant: 'jsonb',
    complainant_subject: 'text',
    complainants: 'integer not null',
    respondent: 'text not null',
    operator_name: 'text not null',
    operator_licence: 'text',
    respondent_kind: 'text',
    phase: 'text not null',
    served: 'text[] not null',
    answered: 'boolean not null',
    outcome: 'text',
    ended_as: 'text',
    ended_at: 'timestamptz',
    handlers: 'text[] not null',
    recused: 'text[] not null',
    statutory_rulebook: 'text not null',
    origin: 'jsonb',
    revision: 'integer not null',
  },
  key: 'complaint_id',
  indexes: ['office, received_at desc, complaint_id', 'office, phase, received_at desc'],
  touches: ({ stream }) => [complaintOf(stream)],
  fold(row, key, projected) {
    const event = eventOf(projected);
    if (event.type === 'ComplaintRegistered') {
      const { data } = event;
      return {
        complaint_id: key,
        office: data.office,
        number: data.number,
        channel: data.channel,
        received_at: data.receivedAt,
        registered_at: data.registeredAt,
        registered_by: data.registeredBy,
        complainant: data.complainants[0]?.name ?? null,
        complainant_subject: data.complainants[0]?.subject ?? null,
        complainants: data.complainants.length,
        ...respondentOf(data.respondent),
        respondent_kind: data.respondent.kind ?? null,
        phase: 'registered',
        served: [],
        answered: false,
        outcome: null,
        ended_as: null,
        ended_at: null,
        handlers: [],
        recused: [],
        statutory_rulebook: data.rulebooks.statutory,
        origin: originOf(data.origin),
        revision: projected.revision,
      };
    }
    if (!row) throw new Error(`${event.type} of a complaint that was never registered`);
    const progress = advance(row, event);
    return {
      ...row,
      ...progress,
      ...endingOf(row, progress.phase, projected),
      ...decisionOf(row, progress.phase, event),
      ...correctedIn(row, event),
      recused: recusedWith(row.recused, event),
      statutory_rulebook:
        event.type === 'RulebookMigrated' ? event.data.to.statutory : row.statutory_rulebook,
      revision: projected.revision,
    };
  },
};

/** A case that is reviewed, for the first time or again, has no decision that stands, and nobody who carries it out. */
function decisionOf(
  { outcome, handlers }: RegisterRow,
  phase: Phase,
  event: ComplaintEvent,
): Pick<RegisterRow, 'outcome' | 'handlers'> {
  if (phase === 'under-review') return { outcome: null, handlers: [] };
  if (event.type === 'AcceptanceDecided') return { outcome: event.data.outcome, handlers };
  return { outcome, handlers: event.type === 'HandlersAssigned' ? event.data.handlers : handlers };
}

/** A case that goes on has not ended; one that is closed and put away ended before. */
function endingOf(
  row: RegisterRow,
  phase: Phase,
  { meta }: ProjectedEvent,
): Pick<RegisterRow, 'ended_as' | 'ended_at'> {
  const { ended_as, ended_at } = row;
  if (phase === row.phase || (isEnding(phase) && phase === ended_as)) return { ended_as, ended_at };
  if (isEnding(phase)) return { ended_as: phase, ended_at: (meta as { happenedAt: string }).happenedAt };
  const rests = isEnded(phase) || phase === 'archived';
  return rests ? { ended_as, ended_at } : { ended_as: null, ended_at: null };
}

/** What was registered wrongly and put right (H17). A rejection that is served ends the case: with its day goes the end. */
function correctedIn(row: RegisterRow, event: ComplaintEvent): Partial<RegisterRow> {
  const { ended_as, complainant_subject } = row;
  if (event.type !== 'RecordCorrected') return {};
  const { record, kind, is } = event.data;
  const isEnd = record === 'DocumentServed' && kind === 'D06' && ended_as === 'rejection-served';
  if (isEnd && is.servedAt) return { ended_at: is.servedAt };
  if (record !== 'ComplaintRegistered') return {};
  const { receivedAt, channel, complainants, respondent } = is;
  const name = complainants?.find(({ subject }) => subject === complainant_subject)?.name;
  return {
    ...(receivedAt ? { received_at: receivedAt } : {}),
    ...(channel ? { channel } : {}),
    ...(name ? { complainant: name } : {}),
    ...(respondent
      ? respondentOf({ name: row.respondent, licence: row.operator_licence ?? '', ...respondent })
      : {}),
    ...(respondent?.kind ? { respondent_kind: respondent.kind } : {}),
  };
}

/** The licence is kept as it is compared, and comparing it again changes nothing. */
function respondentOf(
  respondent: Pick<Respondent, 'name' | 'licence'>,
): Pick<RegisterRow, 'respondent' | 'operator_name' | 'operator_licence'> {
  const { name, licence } = operatorTraits(respondent);
  return { respondent: respondent.name, operator_name: name, operator_licence: licence };
}

function originOf(origin: Origin | undefined): RegisterRow['origin'] {
  return origin ? { kind: origin.kind, office: origin.office, number: origin.number } : null;
}
