import fc from 'fast-check';
import { addMilliseconds, dayInChina, type Instant } from '#kernel';
import { possibleActions } from './allowed-actions.js';
import type { ComplaintCommand, ComplaintCommandType } from './commands.js';
import {
  PEOPLE,
  cn,
  complaintOf,
  contextAt,
  reviewOf,
  sealedFor,
  serviceAt,
  type Person,
} from './complaint.fixture.js';
import { DOCUMENT_KINDS, SERVICE_METHODS, type DocumentKind } from './documents.js';
import {
  CONDITIONS,
  JURISDICTIONS,
  OUTCOMES,
  REJECTION_REASONS,
  REPLY_PARTS,
  SUPPLEMENT_ITEMS,
} from './facts.js';
import { outstanding, type Complaint, type RegisteredComplaint } from './state.js';
import { TRANSITIONS } from './transitions.js';

/** One turn of chance: who does what, how long after the last, and dice for everything that can be chosen. */
export interface Turn {
  readonly way: 'what-is-possible' | 'anything' | 'ring' | 'wait';
  readonly person: number;
  readonly choice: number;
  readonly hours: number;
  readonly dice: readonly number[];
}

/** A command that somebody gives at a moment. */
export interface Asked {
  readonly now: Instant;
  readonly by: Person;
  readonly command: ComplaintCommand;
}

const die = fc.nat({ max: 9999 });
const turn: fc.Arbitrary<Turn> = fc.record({
  way: fc.constantFrom(
    'what-is-possible',
    'what-is-possible',
    'what-is-possible',
    'anything',
    'ring',
    'wait',
  ),
  person: die,
  choice: die,
  hours: fc.oneof(
    { weight: 5, arbitrary: fc.nat({ max: 30 }) },
    { weight: 1, arbitrary: fc.nat({ max: 400 }) },
  ),
  dice: fc.array(die, { minLength: 6, maxLength: 6 }),
});

/** A case from its receipt on: the day it begins, and up to `length` turns. */
export const randomJourney = (
  length: number,
): fc.Arbitrary<{ readonly begins: Instant; readonly turns: Turn[] }> =>
  fc.record({
    begins: fc
      .integer({ min: 0, max: 650 })
      .map((days) => addMilliseconds(cn('2025-01-02'), days * 86_400_000)),
    turns: fc.array(turn, { minLength: length, maxLength: length }),
  });

/** What a turn asks of the case as it stands; nothing where it only lets time pass. */
export function askedBy(turn: Turn, state: Complaint, before: Instant): { now: Instant; asked?: Asked } {
  const patient = turn.way === 'wait' ? turn.hours * 8 : turn.hours;
  const now = addMilliseconds(before, patient * 3_600_000);
  if (turn.way === 'wait') return { now };
  const by = pick(PEOPLE, turn.person);
  if (state.phase === 'unregistered') {
    const type = turn.way === 'anything' ? pick(TYPES, turn.choice) : 'RegisterComplaint';
    return { now, asked: { now, by, command: commandOf(type, undefined, turn, now) } };
  }
  if (turn.way === 'ring') return { now, asked: { now, by: 'system', command: ringing(state, turn) } };
  if (turn.way === 'anything') {
    return { now, asked: { now, by, command: commandOf(pick(TYPES, turn.choice), state, turn, now) } };
  }
  return { now, asked: possible(state, turn, now) };
}

function possible(state: RegisteredComplaint, turn: Turn, now: Instant): Asked | undefined {
  const ways = PEOPLE.flatMap((by) =>
    possibleActions(state, contextAt(now, by))
      .filter(({ refusal }) => refusal === undefined)
      .map((action) => ({ by, ...action })),
  );
  const way = pick(ways, turn.choice);
  if (!way) return undefined;
  return { now, by: way.by, command: commandOf(way.action, state, turn, now, way) };
}

const TYPES = Object.keys(TRANSITIONS) as ComplaintCommandType[];

function pick<T>(all: readonly T[], number: number): T {
  return all[number % all.length] as T;
}

/** Some of them, by the bits of the number. */
function some<T>(all: readonly T[], number: number): T[] {
  return all.filter((_, index) => (number >> index) % 2 === 1);
}

/** Now, some hours ago, or (rarely) tomorrow. */
function moment(now: Instant, number: number): Instant {
  if (number % 23 === 0) return addMilliseconds(now, 86_400_000);
  return number % 3 === 0 ? addMilliseconds(now, -(number % 200) * 3_600_000) : now;
}

function ringing(state: RegisteredComplaint, { dice }: Turn): ComplaintCommand {
  const clock = pick(state.clocks, dice[0] ?? 0);
  const stale = (dice[1] ?? 0) % 7 === 0 ? 1 : 0;
  const rung = pick(['yellow', 'red', 'due', 'due', 'unknown'], dice[2] ?? 0);
  return { type: 'RingClock', data: { clock: clock.clock, rung, revision: clock.revision + stale } };
}

/** A command with everything in it left to the dice, mostly fitting the case. */
export function commandOf(
  type: ComplaintCommandType,
  state: RegisteredComplaint | undefined,
  { dice, hours }: Pick<Turn, 'dice' | 'hours'>,
  now: Instant,
  about: { readonly documentId?: string; readonly documentKind?: string } = {},
): ComplaintCommand {
  const [a = 0, b = 0, c = 0, d = 0] = dice;
  const documentId = about.documentId ?? pick(state?.documents ?? [], a)?.documentId ?? 'none';
  const method = pick(SERVICE_METHODS, b);
  switch (type) {
    case 'RegisterComplaint': {
      const complainants = Array.from({ length: a % 6 }, (_, index) => ({
        subject: `subject-${String(index)}`,
      }));
      const representatives = complainants.slice(0, b % 5).map(({ subject }) => subject);
      const claims = Array.from({ length: c % 3 }, () => ({ kind: 'other', details: {} }));
      const receivedAt = addMilliseconds(now, -(d % 60) * 3_600_000);
      return { type, data: complaintOf(receivedAt, { complainants, representatives, claims }) };
    }
    case 'BeginReview':
    case 'ApproveFiling':
      return { type, data: {} };
    case 'RequestSupplement':
      return { type, data: { items: some(SUPPLEMENT_ITEMS, a), note: sealedFor('note') } };
    case 'ReceiveSupplement': {
      const items = a % 4 === 0 ? some(SUPPLEMENT_ITEMS, b) : some(state ? outstanding(state) : [], c | 1);
      return { type, data: { items, receivedAt: moment(now, d) } };
    }
    case 'CompleteReview':
      return { type, data: review(state, dice, now) };
    case 'ReturnReview':
      return { type, data: { reason: sealedFor('reason') } };
    case 'DecideAcceptance':
      return { type, data: decision(state, dice, now) };
    case 'AssignHandlers':
      return { type, data: { handlers: some(PEOPLE, a) } };
    case 'RequestFiling':
      return { type, data: { report: sealedFor('report') } };
    case 'DraftDocument': {
      const kind = (about.documentKind as DocumentKind | undefined) ?? pick(DOCUMENT_KINDS, a);
      return { type, data: { documentId: `document-${String(b % 50)}`, kind } };
    }
    case 'IssueDocument':
      return { type, data: { documentId, number: `${documentId} ${String(c % 3)}号` } };
    case 'SendDocument':
      return { type, data: { documentId, method, ...(c % 2 === 0 ? { sentAt: moment(now, d) } : {}) } };
    case 'RecordService': {
      const witnesses = c % 2 === 0 ? [sealedFor('witness')] : [];
      return {
        type,
        data: { documentId, service: serviceAt(moment(now, d), { method, witnesses, consent: a % 2 === 0 }) },
      };
    }
    case 'RecordReply': {
      const parts = a % 3 === 0 ? some(REPLY_PARTS, b) : REPLY_PARTS;
      const stated = Object.fromEntries(parts.map((part) => [part, sealedFor(part)]));
      return { type, data: { receivedAt: moment(now, d), parts: stated, evidence: [] } };
    }
    case 'RecordReferralReport':
      return { type, data: { reportedAt: moment(now, d), result: sealedFor('result') } };
    case 'RecordTransferResult':
      return { type, data: { receivedAt: moment(now, d), result: sealedFor('result') } };
    case 'RingClock':
      return {
        type,
        data: { clock: pick(state?.clocks ?? [], a)?.clock ?? 'none', rung: 'due', revision: hours % 3 },
      };
  }
}

function review(state: RegisteredComplaint | undefined, dice: readonly number[], now: Instant) {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = dice;
  const claims = state?.registration.claims ?? [];
  const startedOn = dayInChina(addMilliseconds(now, -(e % 130) * 86_400_000));
  return reviewOf(startedOn, {
    jurisdiction: a % 2 === 0 ? 'own-level' : pick(JURISDICTIONS, a >> 1),
    ...(b % 9 === 0 ? {} : { competent: 'another office' }),
    scope: c % 8 === 0 ? [] : ['S1'],
    unmetConditions: d % 3 === 0 ? some(CONDITIONS, d) : [],
    limitation: claims.map((_, claim) => ({
      claim: a % 31 === 0 ? 0 : claim,
      class: pick(['deposit', 'other'] as const, b + claim),
      startedOn,
    })),
  });
}

function decision(state: RegisteredComplaint | undefined, dice: readonly number[], now: Instant) {
  const [a = 0, b = 0, c = 0, d = 0] = dice;
  const fitting = {
    'own-level': 'accept',
    'lower-level': 'refer-down',
    'other-tourism-office': 'transfer',
    'other-department': 'transfer',
  } as const;
  const found = state?.phase === 'awaiting-approval' ? fitting[state.review.jurisdiction] : 'accept';
  return {
    outcome: a % 3 === 0 ? pick(OUTCOMES, a) : a % 3 === 1 ? found : pick([found, 'reject'] as const, b),
    reasons: some(REJECTION_REASONS, c),
    remedies: b % 11 === 0 ? [] : (['civil-action'] as const),
    file: c % 3 === 0,
    decidedAt: d % 5 === 0 ? moment(now, d) : now,
  };
}
