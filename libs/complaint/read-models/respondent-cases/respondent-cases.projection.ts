import type { Projection } from '#platform/projections';
import type { ComplaintEvent, Correction } from '../../domain/index.js';
import { complaintOf, eventOf } from '../projected.js';

/** Clocks that are the respondent's own: what it must answer, and report, in time (B07, B08). */
export const RESPONDENT_CLOCKS: readonly string[] = ['DL-REPLY', 'DL-SETTLE-REPORT'];

/** A case with the operator complained of. It is on that operator's list from the day the notice was served (G16). */
export interface RespondentCaseRow {
  readonly complaint_id: string;
  readonly operator: string | null;
  readonly office: string;
  readonly number: string;
  readonly received_at: string;
  /** When the notice was served on the respondent. */
  readonly served_at: string | null;
  /** The notice that was served; a later one moves nothing. */
  readonly served_document: string | null;
  readonly responsible: string | null;
  readonly replied_at: string | null;
  /** Names of the respondent's own clocks, whatever has become of them. */
  readonly clocks: readonly string[];
}

/** Complaints against operators, as these see them: no more of a case than concerns them. */
export const respondentCasesProjection: Projection<RespondentCaseRow> = {
  name: 'respondent_cases',
  version: 5,
  categories: ['complaint'],
  columns: {
    complaint_id: 'text not null',
    operator: 'text',
    office: 'text not null',
    number: 'text not null',
    received_at: 'timestamptz not null',
    served_at: 'timestamptz',
    served_document: 'text',
    responsible: 'text',
    replied_at: 'timestamptz',
    clocks: 'text[] not null',
  },
  key: 'complaint_id',
  indexes: ['(operator, served_at desc, complaint_id) where served_at is not null'],
  touches: ({ stream, type }) => (type === REGISTERED || type in CHANGES ? [complaintOf(stream)] : []),
  fold(row, key, projected) {
    const event = eventOf(projected);
    if (event.type === REGISTERED) {
      const { data } = event;
      return {
        complaint_id: key,
        operator: data.respondent.operator ?? null,
        office: data.office,
        number: data.number,
        received_at: data.receivedAt,
        served_at: null,
        served_document: null,
        responsible: null,
        replied_at: null,
        clocks: [],
      };
    }
    if (!row) throw new Error(`${event.type} of a complaint that was never registered`);
    return { ...row, ...CHANGES[event.type]?.(row, event.data as never) };
  },
};

const REGISTERED = 'ComplaintRegistered';

type Changes = {
  readonly [Type in ComplaintEvent['type']]?: (
    row: RespondentCaseRow,
    data: Extract<ComplaintEvent, { readonly type: Type }>['data'],
  ) => Partial<RespondentCaseRow>;
};

/** What changes a row; all the rest that is shown with it stands in the register and the list of deadlines. */
const CHANGES: Changes = {
  RespondentIdentified: (_, { operator }) => ({ operator, responsible: null }),
  RespondentAssigned: (_, { responsible }) => ({ responsible }),
  DocumentServed: ({ served_at }, { kind, service, documentId }) =>
    kind === 'D05' && served_at === null ? { served_at: service.servedAt, served_document: documentId } : {},
  RespondentReplied: (_, { receivedAt }) => ({ replied_at: receivedAt }),
  RecordCorrected: correctedIn,
  ClockStarted: ({ clocks }, { clock, code }) =>
    RESPONDENT_CLOCKS.includes(code) ? { clocks: [...clocks, clock] } : {},
};

/** What was recorded wrongly of what the operator sees, and put right (H17). */
function correctedIn(
  { served_document, operator }: RespondentCaseRow,
  { record, documentId, was, is }: Correction,
): Partial<RespondentCaseRow> {
  if (record === 'ComplaintRegistered') {
    // One that the handler has named stays, whatever the licence.
    const wrong = is.respondent?.operator !== undefined && operator === (was.respondent?.operator ?? null);
    return {
      ...(is.receivedAt ? { received_at: is.receivedAt } : {}),
      ...(wrong ? { operator: is.respondent?.operator ?? null, responsible: null } : {}),
    };
  }
  if (record === 'RespondentReplied' && is.receivedAt) return { replied_at: is.receivedAt };
  const isNotice = record === 'DocumentServed' && documentId === served_document;
  return isNotice && is.servedAt ? { served_at: is.servedAt } : {};
}
