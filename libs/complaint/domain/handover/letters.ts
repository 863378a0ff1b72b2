import type { Instant } from '#kernel';
import type { ComplaintCommand } from '../case/commands.js';
import type { ComplaintEvent, ComplaintFacts } from '../case/events.js';
import { isDecided, type DecidedComplaint, type RegisteredComplaint } from '../case/state.js';
import { MOST_RETURNS, returnsFrom } from '../jurisdiction/dispute.js';
import type { NoteCommands } from './commands.js';
import { materialsOf } from './materials.js';
import type { CaseAt, HandoverKind, Origin } from './origin.js';

/** Something that one case tells another: to be noted there. */
export type Note = Extract<ComplaintCommand, { readonly type: keyof NoteCommands }>;

/** A case to be opened at another office from the facts of this one. `seed` names it for good: opened once. */
export interface Opening {
  readonly seed: string;
  readonly office: string;
  readonly origin: Origin;
}

/** Another case: by its id, or, opened by this one, by the seed it was opened with. */
type Addressee = { readonly complaintId: string } | { readonly openedWith: string };

/** What follows elsewhere from one event of a case. */
export type Letter = { readonly open: Opening } | { readonly to: Addressee; readonly note: Note };

/** Reads off an event, and the case as it stood after it, what another case has to be told, or opened. */
export function lettersOf(state: RegisteredComplaint, event: ComplaintEvent): readonly Letter[] {
  const write = LETTERS[event.type] as Writer<typeof event.type> | undefined;
  return write?.(state, event.data) ?? [];
}

type Writer<Type extends keyof ComplaintFacts> = (
  state: RegisteredComplaint,
  data: ComplaintFacts[Type],
) => readonly Letter[];
type Writers = { readonly [Type in keyof ComplaintFacts]?: Writer<Type> };

/** Events from which something follows at another office. A new one is one line here. */
const LETTERS: Writers = {
  DocumentSent: (state, { documentId, sentAt }) => sentTo(state, documentId, sentAt),
  DocumentServed: (state, { documentId, service }) => sentTo(state, documentId, service.servedAt),
  JurisdictionDesignated: (state, { office, byOffice, at, stays }) =>
    stays ? [] : opening(state, 'designation', office, at, { designatedBy: byOffice }),
  CaseReassigned: (state, { to, byOffice, at }) => [
    ...opening(state, 'reassignment', to, at, {
      designatedBy: byOffice,
      ...(owes(state) ? { reportTo: owes(state) } : {}),
    }),
    ...withdrawals(state, byOffice, at),
  ],
  CaseRecalled: (state, { byOffice, at }) => {
    const owed = owes(state);
    const isBack = owed?.office === byOffice;
    return [
      ...(isBack ? alongTo({ complaintId: owed.complaintId }, state) : []),
      ...(owed
        ? [told(owed.complaintId, { type: 'NoteRecall', data: { from: here(state), byOffice, at } })]
        : []),
      ...(isBack ? [] : opening(state, 'recall', byOffice, at, {})),
      ...withdrawals(state, byOffice, at),
    ];
  },
  ReferralRecalled: (state, { byOffice, here: isHere }) => (isHere ? [] : passedUp(state, byOffice)),
  HandoverWithdrawn: (state, { byOffice, at }) => withdrawals(state, byOffice, at),
  ComplaintRegistered: (state) => openedHere(state),
  EvidenceAttached: (state, { attachmentId }) => alongTo(whereItIs(state), state, attachmentId),
  AgentAuthorised: (state, { agentId }) => alongTo(whereItIs(state), state, agentId),
  AgentRevoked: (state, { agentId }) => alongTo(whereItIs(state), state, agentId),
  ReportedToReferrer: (state, { reportedAt, result }) =>
    toReferrer(state, { type: 'NoteReport', data: { from: here(state), reportedAt, result } }),
  MoreTimeRequested: (state, { days, reason, at }) =>
    toReferrer(state, { type: 'NoteMoreTimeRequest', data: { from: here(state), days, reason, at } }),
  ReturnedToSender: (state, { at, reason }) => {
    const { origin } = state.registration;
    const note = { type: 'NoteReturn', data: { from: here(state), returnedAt: at, reason } } as const;
    if (origin === undefined) return [];
    const { complaintId } = origin;
    return [...alongTo({ complaintId }, state), told(complaintId, note)];
  },
  ReferralReportReturned: (state, { at, reason }) =>
    toReceiver(state, { type: 'NoteReportReturned', data: { at, reason } }),
  MoreTimeDecided: (state, { granted, days, at, reason }) =>
    toReceiver(state, {
      type: 'NoteMoreTimeAnswer',
      data: { granted, days, at, ...(reason ? { reason } : {}) },
    }),
};

/** Names of those events. */
export const LETTER_EVENTS = Object.keys(LETTERS) as readonly (keyof ComplaintFacts)[];

function here({ registration }: RegisteredComplaint): CaseAt {
  return { complaintId: registration.complaintId, office: registration.office };
}

function told(complaintId: string, note: Note): Letter {
  return { to: { complaintId }, note };
}

/** The case that waits for the result of this one. */
function owes({ registration }: RegisteredComplaint): CaseAt | undefined {
  return registration.origin?.reportTo;
}

function toReferrer(state: RegisteredComplaint, note: Note): Letter[] {
  const owed = owes(state);
  return owed ? [told(owed.complaintId, note)] : [];
}

function toReceiver(state: RegisteredComplaint, note: Note): Letter[] {
  const receiver = state.handover?.from ?? state.handover?.receiving;
  return receiver ? [told(receiver.complaintId, note)] : [];
}

/** G12, G13: with the first dispatch of its letter the case is at the office that it was decided to give it to. */
function sentTo(state: RegisteredComplaint, documentId: string, sentAt: Instant): Letter[] {
  const receiver = isDecided(state) ? state.decision.receiverOffice : undefined;
  const document = state.documents.find((one) => one.documentId === documentId);
  if (receiver === undefined || (document?.kind !== 'D07' && document?.kind !== 'D08')) return [];
  const kind = document.kind === 'D07' ? 'referral' : 'transfer';
  return opening(state, kind, receiver, sentAt, {
    seed: letterSeed(documentId),
    reportTo: here(state),
    ...(isBinding(state, kind, receiver) ? { designatedBy: state.registration.office } : {}),
  });
}

const letterSeed = (documentId: string): string => `letter/${documentId}`;

/** A lower office that has given the case back twice has had its say: we are the common superior (G50). */
function isBinding(state: RegisteredComplaint, kind: HandoverKind, receiver: string): boolean {
  return kind === 'referral' && returnsFrom(state, receiver) >= MOST_RETURNS;
}

/** The case is opened at that office, and given what belongs to it. */
function opening(
  state: RegisteredComplaint,
  kind: HandoverKind,
  office: string,
  sentAt: Instant,
  { seed = kind, ...more }: Pick<Origin, 'designatedBy' | 'reportTo'> & { readonly seed?: string },
): Letter[] {
  const { complaintId, number, office: own, origin, receivedAt } = state.registration;
  const open: Opening = {
    seed,
    office,
    origin: {
      complaintId,
      office: own,
      kind,
      number,
      sentAt,
      receivedAt: origin?.receivedAt ?? receivedAt,
      route: [...(origin?.route ?? []), own],
      ...more,
    },
  };
  return [{ open }, ...alongTo({ openedWith: seed }, state)];
}

/** H02: files and agents go along with the case, one letter each. @param only id of one of them */
function alongTo(to: Addressee | undefined, state: RegisteredComplaint, only?: string): Letter[] {
  return to === undefined ? [] : materialsOf(state, only).map((note) => ({ to, note }));
}

/** A case that was opened for another: that one, and the one that waits for its result, are told where it is. */
function openedHere(state: RegisteredComplaint): Letter[] {
  const { origin, number, registeredAt } = state.registration;
  if (origin === undefined) return [];
  const note: Note = {
    type: 'NoteReceivingCase',
    data: { ...here(state), kind: origin.kind, number, openedAt: registeredAt },
  };
  const others = new Set([origin.complaintId, ...(origin.reportTo ? [origin.reportTo.complaintId] : [])]);
  return [...others].map((complaintId) => told(complaintId, note));
}

/** What this case had given to a lower office goes on elsewhere together with it. */
function withdrawals(state: RegisteredComplaint, byOffice: string, at: Instant): Letter[] {
  if (!isDecided(state) || state.decision.outcome !== 'refer-down') return [];
  const to = receiverOf(state);
  return to ? [{ to, note: { type: 'NoteWithdrawal', data: { byOffice, at } } }] : [];
}

/** The case at the office that got this one by the decision that stands, before we are told of it, too. */
function receiverOf({ decision, documents, handover }: DecidedComplaint): Addressee | undefined {
  if (handover?.receiving) return { complaintId: handover.receiving.complaintId };
  const kind = decision.outcome === 'refer-down' ? 'D07' : 'D08';
  const letter = documents.find((one) => one.kind === kind && !one.superseded);
  const sent = letter?.sentAt !== undefined || letter?.service !== undefined;
  return decision.receiverOffice !== undefined && sent
    ? { openedWith: letterSeed(letter.documentId) }
    : undefined;
}

/** Where a case is that is out with another office: what comes in here meanwhile is wanted there. */
function whereItIs(state: RegisteredComplaint): Addressee | undefined {
  const isOut = state.phase === 'referred-down' || state.phase === 'transferred-out';
  return isOut ? receiverOf(state) : undefined;
}

/** The case went above our own referrer: whoever waits for us is told, too. */
function passedUp(state: RegisteredComplaint, byOffice: string): Letter[] {
  const at = state.handedOver?.at ?? '';
  return toReferrer(state, { type: 'NoteRecall', data: { from: here(state), byOffice, at } });
}
