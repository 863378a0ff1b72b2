import { describe, expect, it } from '@jest/globals';
import { allRulebooks } from '#rulebook';
import { Journey, cn, sealedFor } from '../fixture/complaint.js';

/** Clocks whose stop lies in the part of the procedure that follows the reply: settlement and mediation. */
const STOPPED_LATER = ['DL-SETTLE-REPORT', 'DL-MEDIATE', 'DL-DISPOSE'];
/** Cases that are played no further than to what they are played for. */
const NOTICES = ['DL-NOTICE-C', 'DL-NOTICE-R'];

const decided = (received: string, outcome: 'accept' | 'transfer' | 'refer-down' | 'reject') => {
  const competent = { transfer: 'other-department', 'refer-down': 'lower-level' } as const;
  const review =
    outcome === 'transfer' || outcome === 'refer-down'
      ? { jurisdiction: competent[outcome], competent: 'x' }
      : {};
  const rejecting =
    outcome === 'reject' ? { reasons: ['R1'] as const, remedies: ['civil-action'] as const } : {};
  const journey = new Journey().registered(received).underReview(received);
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

function everyCase(received: string): Journey[] {
  const accepted = decided(received, 'accept').issued('D04', received).issued('D05', received);
  const referred = decided(received, 'refer-down').issued('D07', received).served('D07', received);
  const report = { result: sealedFor('result') };
  return [
    sentHere(received).filed(received).does('officer', received, { type: 'ReportToReferrer', data: report }),
    designated(received),
    urged(received),
    accepted.served('D04', received).served('D05', received).replied(received),
    decided(received, 'reject').issued('D06', received).served('D06', received),
    decided(received, 'transfer').issued('D08', received).served('D08', received),
    referred.does('officer', received, {
      type: 'RecordReferralReport',
      data: { result: sealedFor('result') },
    }),
  ];
}

const above = { complaintId: 'parent', office: 'province' };
const sentHere = (received: string) =>
  new Journey()
    .registered(received, {
      origin: {
        ...above,
        kind: 'referral',
        number: '云岭诉〔2025〕1号',
        sentAt: cn(received),
        receivedAt: cn(received),
        route: ['province'],
        reportTo: above,
      },
    })
    .reviewed(received);
const designated = (received: string) =>
  new Journey()
    .registered(received)
    .does('leader', received, { type: 'SeekDesignation', data: { reason: sealedFor('reason') } })
    .does('superior', received, {
      type: 'DesignateJurisdiction',
      data: { office: 'office-1', reason: sealedFor('reason') },
    })
    .reviewed(received)
    .filed(received);
const urged = (received: string) =>
  new Journey()
    .registered(received)
    .reviewed(received)
    .filed(received)
    .does('superior', received, { type: 'UrgeCase', data: { urgeId: 'urge-1', text: sealedFor('text') } })
    .does('leader', received, { type: 'AnswerUrge', data: { answer: sealedFor('answer') } });

describe('the rulebooks and the procedure', () => {
  it('every clock of a rulebook is started by something that can be done, except after the facts are established', () => {
    const clocks = ['2025-04-15', '2026-04-13'].flatMap(everyCase).flatMap(({ state }) => state.clocks);
    const started = new Set(clocks.map(({ rulebook, code, start }) => `${rulebook} ${code} ${start}`));
    const terms = allRulebooks().flatMap(({ id, terms: all }) =>
      all
        .filter(({ appliesTo }) => appliesTo !== 'deposit')
        .map(({ code, start }) => `${id} ${code} ${start}`),
    );
    expect(terms.filter((term) => !started.has(term))).toEqual([]);
  });

  it('and stopped by something that can be done, except what settlement and mediation stop', () => {
    for (const { state } of ['2025-04-15', '2026-04-13'].flatMap(everyCase)) {
      const open = state.clocks.filter(({ status }) => status !== 'met').map(({ code }) => code);
      expect(open.filter((code) => ![...STOPPED_LATER, ...NOTICES].includes(code))).toEqual([]);
    }
  });
});
