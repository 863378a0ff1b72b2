import { describe, expect, it } from '@jest/globals';
import { SHIPPED, START_FACTS, STOP_FACTS } from '#rulebook';
import { Journey, sealedFor, type Person } from '../fixture/complaint.js';
import { followedUp, made } from '../fixture/calls.js';
import { isOpen } from '../callbacks/standing.js';
import { closed, ENDED_AS } from '../fixture/ends.js';
import { archive, reopen, withdraw } from '../fixture/endings.js';
import { received as receivedFromAbove } from '../fixture/handover.js';

/** Clocks that are stopped by what follows the reply, when the parties do not agree. */
const STOPPED_LATER = ['DL-SETTLE-REPORT', 'DL-MEDIATE', 'DL-DISPOSE'];
/** Cases that are played no further than to what they are played for. */
const NOTICES = ['DL-NOTICE-C', 'DL-NOTICE-R'];

/** The money of the deposit is not part of the procedure yet. */
const NOT_YET = ['replenishment-notice-served'];
const NOT_PROVED_YET = ['replenishment-proved'];

const OVERLAYS = SHIPPED.all.filter(({ kind }) => kind === 'overlay');

/** One case under each law, and one under each local rule. */
const RECEIPTS = [
  ...['2009-04-13', '2025-04-15', '2026-04-13'].map((day) => [day] as const),
  ...OVERLAYS.map(({ id }) => ['2026-04-13', id] as const),
];

const rulebooksOn = (received: string, overlay?: string) => ({
  internal: 'RB-MANUAL',
  statutory: SHIPPED.statutoryFor(received).id,
  ...(overlay === undefined ? {} : { overlay }),
});

const decided = (
  [received, overlay]: (typeof RECEIPTS)[number],
  outcome: 'accept' | 'transfer' | 'refer-down' | 'reject',
) => {
  const competent = { transfer: 'other-department', 'refer-down': 'lower-level' } as const;
  const review =
    outcome === 'transfer' || outcome === 'refer-down'
      ? { jurisdiction: competent[outcome], competent: 'x' }
      : {};
  const rejecting =
    outcome === 'reject' ? { reasons: ['R1'] as const, remedies: ['civil-action'] as const } : {};
  const rulebooks = rulebooksOn(received, overlay);
  const journey = new Journey().registered(received, { rulebooks }).underReview(received);
  journey.does('registrar', received, {
    type: 'RequestSupplement',
    data: { items: ['evidence'], note: sealedFor('note') },
  });
  journey
    .does('registrar', received, { type: 'ReceiveSupplement', data: { items: ['evidence'] } })
    .reviewed(received, review);
  if (outcome === 'accept') return journey.filed(received);
  return journey.decided(received, { outcome, ...rejecting }).withHandlers(received, 'officer');
};

function everyCase(receipt: (typeof RECEIPTS)[number]): Journey[] {
  const [received] = receipt;
  const accepted = decided(receipt, 'accept').issued('D04', received).issued('D05', received);
  const referred = decided(receipt, 'refer-down').issued('D07', received).served('D07', received);
  return [
    accepted.served('D04', received).served('D05', received).replied(received),
    reopened(receipt),
    closedAndFollowedUp(receipt),
    published(receipt),
    sentHere(received),
    designated(received),
    urged(received),
    told(decided(receipt, 'reject').issued('D06', received).served('D06', received), received),
    decided(receipt, 'transfer').issued('D08', received).served('D08', received),
    told(
      referred.does('officer', received, {
        type: 'RecordReferralReport',
        data: { result: sealedFor('result') },
      }),
      received,
    ),
  ];
}

/** Whatever is owed on the phone is said. */
function told(journey: Journey, day: string): Journey {
  for (const { callbackId, assignee } of (journey.state.callbacks ?? []).filter(isOpen))
    journey.does((assignee ?? 'registrar') as Person, day, made(callbackId));
  return journey;
}

/** Withdrawn before anything else, put away, taken up again and withdrawn once more. */
function reopened([received, overlay]: (typeof RECEIPTS)[number]): Journey {
  return new Journey()
    .registered(received, { rulebooks: rulebooksOn(received, overlay) })
    .does('registrar', received, withdraw())
    .does('registrar', received, archive())
    .does('leader', received, reopen())
    .does('registrar', received, withdraw());
}

/** Withdrawn after the filing, closed with the form, and followed up. */
function closedAndFollowedUp(receipt: (typeof RECEIPTS)[number]): Journey {
  const [received] = receipt;
  const ended = decided(receipt, 'accept').does('officer', received, withdraw());
  return followedUp(closed(ended, received), received);
}

/** Sent here by the superior office, and reported back on. */
const sentHere = (day: string) =>
  receivedFromAbove(day)
    .reviewed(day)
    .filed(day)
    .does('officer', day, { type: 'ReportToReferrer', data: { result: sealedFor('result') } });

/** Brought before the superior office, who says that it is this office's. */
const designated = (day: string) =>
  new Journey()
    .registered(day)
    .does('leader', day, { type: 'SeekDesignation', data: { reason: sealedFor('reason') } })
    .does('superior', day, {
      type: 'DesignateJurisdiction',
      data: { office: 'office-1', reason: sealedFor('reason') },
    })
    .reviewed(day)
    .filed(day);

/** Urged by the superior office, and answered. */
const urged = (day: string) =>
  new Journey()
    .registered(day)
    .reviewed(day)
    .filed(day)
    .does('superior', day, { type: 'UrgeCase', data: { urgeId: 'urge-1', text: sealedFor('text') } })
    .does('leader', day, { type: 'AnswerUrge', data: { answer: sealedFor('answer') } });

/** Published on the day of receipt, and found after all on the same day. */
function published(receipt: (typeof RECEIPTS)[number]): Journey {
  const [received] = receipt;
  const journey = decided(receipt, 'accept').issued('D04', received).issued('D05', received);
  journey.served('D04', received).published('D05', received).served('D05', received);
  return journey.replied(received);
}

/** Mediated without agreement, wholly under the manual: as a case of the deposit, and as another. */
function notAgreed([received, overlay]: (typeof RECEIPTS)[number]): Journey[] {
  const rulebooks = { ...rulebooksOn(received, overlay), procedure: 'internal' as const };
  return (['deposit', 'other'] as const).map((of) =>
    Journey.accepted(received, { class: of, rulebooks }).mediationFailed(received),
  );
}

describe('the rulebooks and the procedure', () => {
  it('every clock of a rulebook is started by something that can be done, except what the money of the deposit starts', () => {
    const cases = RECEIPTS.flatMap((receipt) => [...everyCase(receipt), ...notAgreed(receipt)]);
    const clocks = cases.flatMap(({ state }) => state.clocks);
    const started = new Set(clocks.map(({ rulebook, code, start }) => `${rulebook} ${code} ${start}`));
    const terms = SHIPPED.all.flatMap(({ id, terms: all }) =>
      all.filter(({ start }) => !NOT_YET.includes(start)).map(({ code, start }) => `${id} ${code} ${start}`),
    );
    expect(terms.filter((term) => !started.has(term))).toEqual([]);
  });

  it('and stopped by something that can be done, except what settlement and mediation stop', () => {
    for (const { state } of RECEIPTS.flatMap(everyCase)) {
      const open = state.clocks
        .filter(({ status }) => !['met', 'cancelled'].includes(status))
        .map(({ code }) => code);
      expect(open.filter((code) => ![...STOPPED_LATER, ...NOTICES].includes(code))).toEqual([]);
    }
  });

  it('every fact that a rulebook can name is given by a command, except those of the money of the deposit', () => {
    const ended = Object.values(ENDED_AS).map((endedOn) => endedOn('2025-04-15'));
    const cases = RECEIPTS.flatMap((receipt) => [...everyCase(receipt), ...notAgreed(receipt)]);
    const clocks = [...ended, ...cases].flatMap(({ state }) => state.clocks);
    const given = new Set<string>(clocks.flatMap(({ start, metBy = [] }) => [start, metBy].flat()));
    expect([...START_FACTS, ...STOP_FACTS].filter((fact) => !given.has(fact))).toEqual([
      ...NOT_YET,
      ...NOT_PROVED_YET,
    ]);
  });
});
