import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import {
  actAtOnce,
  approveClosing,
  archive,
  notified,
  requestClosing,
  tell,
  withdraw,
} from '../fixture/endings.js';
import { followedUp, putAway } from '../fixture/calls.js';
import { closed as closedOn, ENDED_AS } from '../fixture/ends.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const received = () => new Journey().registered('2025-04-15');
const reported = (review = {}) => received().reviewed('2025-04-16', review);
const elsewhere = (outcome: 'transfer' | 'refer-down', kind: 'D07' | 'D08') =>
  reported({
    jurisdiction: outcome === 'transfer' ? 'other-department' : 'lower-level',
    competent: '交通运输局',
  })
    .decided('2025-04-17', { outcome })
    .withHandlers('2025-04-17', 'officer')
    .issued(kind, '2025-04-17');
const rejected = () =>
  reported()
    .decided('2025-04-17', { outcome: 'reject', reasons: ['R1'], remedies: ['civil-action'] })
    .withHandlers('2025-04-17', 'officer');
const closed = () =>
  followedUp(
    notified(received(), '2025-04-16', '2025-04-17', '2025-04-18')
      .does('officer', '2025-04-22', withdraw())
      .does('officer', '2025-04-23', requestClosing())
      .does('leader', '2025-04-24', approveClosing()),
    '2025-04-25',
  );

describe('the archive', () => {
  it('G38: a closed case is put away as one volume with its contents and its term', () => {
    const contents = [{ place: 1, kind: 'complaint', on: '2025-04-15' }] as const;
    as('officer', '2025-04-25')
      .given(...closed().events)
      .when(archive({ contents, pages: 42 }))
      .then({
        type: 'CaseArchived',
        data: {
          archivedBy: 'officer',
          archivedAt: cn('2025-04-25'),
          retention: { class: '定期10年', years: 10 },
          keptUntil: '2035-04-25',
          contents,
          pages: 42,
        },
      });
    as('colleague', '2025-04-25')
      .given(...closed().events)
      .when(archive())
      .thenRefused('not-a-handler');
  });

  it('A16: the class of retention is one of the office; for ever has no last day', () => {
    as('officer', '2025-04-25')
      .given(...closed().events)
      .when(archive({ retention: '永久' }))
      .then({ type: 'CaseArchived', data: { retention: { years: null }, keptUntil: null } });
    as('officer', '2025-04-25')
      .given(...closed().events)
      .when(archive({ retention: '定期30年' }))
      .thenRefused('retention-class-unknown', { classes: ['定期10年', '永久'] });
  });

  it('A16: ten years from a 29 February end on a 28th', () => {
    const { state } = received()
      .does('registrar', '2025-04-16', withdraw())
      .does('registrar', '2028-02-29', archive());
    expect(state.archive?.keptUntil).toBe('2038-02-28');
  });

  it('1.7: without a closing form go a rejection served or told, a transfer and a referral concluded, an action at once', () => {
    const result = { result: sealedFor('result') };
    const ends = [
      rejected().issued('D06', '2025-04-17').served('D06', '2025-04-18'),
      rejected().does('officer', '2025-04-18', tell('D06')),
      elsewhere('transfer', 'D08')
        .served('D08', '2025-04-18')
        .issued('D08C', '2025-04-18')
        .served('D08C', '2025-04-18')
        .does('officer', '2025-04-21', { type: 'RecordTransferResult', data: result }),
      elsewhere('refer-down', 'D07')
        .served('D07', '2025-04-18')
        .issued('D08C', '2025-04-18')
        .served('D08C', '2025-04-18')
        .does('officer', '2025-04-21', { type: 'RecordReferralReport', data: result }),
      reported()
        .decided('2025-04-17', { outcome: 'accept' })
        .withHandlers('2025-04-17', 'officer')
        .does('officer', '2025-04-17', actAtOnce()),
    ];
    for (const journey of ends) {
      as('officer', '2025-04-25')
        .given(...journey.events)
        .when(requestClosing())
        .thenRefused('action-not-in-this-phase');
      expect(journey.does('officer', '2025-04-25', archive()).state.phase).toBe('archived');
    }
  });

  it('G12, G13: the complainant is told in writing where the case went, or it is said why not', () => {
    const results = {
      transfer: { type: 'RecordTransferResult', data: { result: sealedFor('result') } },
      'refer-down': { type: 'RecordReferralReport', data: { result: sealedFor('result') } },
    } as const;
    for (const [outcome, letter] of [
      ['transfer', 'D08'],
      ['refer-down', 'D07'],
    ] as const) {
      const concluded = () =>
        elsewhere(outcome, letter)
          .served(letter, '2025-04-18')
          .does('officer', '2025-04-21', results[outcome]);
      as('officer', '2025-04-25')
        .given(...concluded().events)
        .when(archive())
        .thenRefused('complainant-not-told', { kind: 'D08C' });
      as('officer', '2025-04-25')
        .given(...concluded().issued('D08C', '2025-04-22').events)
        .when(archive())
        .thenRefused('issued-documents-unserved', { numbers: ['D08C 1号'] });
      as('officer', '2025-04-25')
        .given(...concluded().events)
        .when(archive({ unserved: sealedFor('archive.unserved') }))
        .then({ type: 'CaseArchived' });
      const told = concluded().issued('D08C', '2025-04-22').served('D08C', '2025-04-23');
      expect(told.does('officer', '2025-04-25', archive()).state.phase).toBe('archived');
    }
  });

  it('1.7: a transfer whose result does not come is closed by the decision of the leader, with the reason', () => {
    const close = { type: 'CloseTransfer', data: { reason: sealedFor('transfer.closing-reason') } } as const;
    as('leader', '2025-06-20')
      .given(...elsewhere('transfer', 'D08').events)
      .when(close)
      .thenRefused('transfer-not-sent');
    const journey = elsewhere('transfer', 'D08')
      .served('D08', '2025-04-18')
      .does('leader', '2025-06-20', close);
    expect(journey.state).toMatchObject({
      phase: 'transfer-concluded',
      concludedAt: cn('2025-06-20'),
      result: sealedFor('transfer.closing-reason'),
    });
  });

  it('G38: what stays in the file, as a recorded settlement (D13), needs no service', () => {
    const settled = ENDED_AS.settled('2025-04-16').issued('D13', '2025-04-16');
    const put = putAway(closedOn(settled, '2025-04-17'), '2025-04-18');
    expect(put.state.phase).toBe('archived');
  });

  it('G38: what was issued and never served must be explained', () => {
    const unserved = rejectedAfterSupplement();
    as('officer', '2025-04-25')
      .given(...unserved.events)
      .when(archive())
      .thenRefused('issued-documents-unserved', { numbers: ['D09 1号'] });
    as('officer', '2025-04-25')
      .given(...unserved.events)
      .when(archive({ unserved: sealedFor('archive.unserved') }))
      .then({ type: 'CaseArchived', data: { unserved: sealedFor('archive.unserved') } });
  });

  it('G38: what is put away stays as it is; only findings and documents of a case in work are recorded', () => {
    const { events } = closed().does('officer', '2025-04-25', archive());
    as('officer', '2025-04-28')
      .given(...events)
      .when(archive())
      .thenRefused('action-not-in-this-phase');
    as('head', '2025-04-28')
      .given(...events)
      .when({ type: 'AssignHandlers', data: { handlers: ['colleague'] } })
      .thenRefused('action-not-in-this-phase');
  });
});

/** The request for supplement was issued and never proved to be served. */
function rejectedAfterSupplement(): Journey {
  return received()
    .underReview('2025-04-15')
    .does('registrar', '2025-04-15', {
      type: 'RequestSupplement',
      data: { items: ['evidence'], note: sealedFor('note') },
    })
    .issued('D09', '2025-04-15')
    .does('registrar', '2025-04-16', { type: 'ReceiveSupplement', data: { items: ['evidence'] } })
    .reviewed('2025-04-16')
    .decided('2025-04-17', { outcome: 'reject', reasons: ['R1'], remedies: ['civil-action'] })
    .withHandlers('2025-04-17', 'officer')
    .does('officer', '2025-04-18', tell('D06'));
}
