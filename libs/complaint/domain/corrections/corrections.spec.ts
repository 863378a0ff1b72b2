import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { advance, type Progress } from '../case/progress.js';
import { tell } from '../fixture/endings.js';
import { cn, contextAt, Journey, sealedFor, type Person } from '../fixture/complaint.js';
import { correct, correction } from '../fixture/correcting.js';
import { sentDown } from '../fixture/handover.js';
import type { CorrectableRecord, CorrectedFields } from './facts.js';
import { targetAt } from './target.js';

const START: Progress = { phase: 'registered', served: [], answered: false };
const MANUAL = 'DL-REPLY.RB-MANUAL.1';
const LAW = 'DL-ACCEPT.RB-2010.1';

/** Received Tue 2025-04-15, both notices served on 04-17: the reply is due on Sun 04-27, a make-up working day. */
const notified = () => Journey.notified('2025-04-15', '2025-04-16', '2025-04-17').served('D05', '2025-04-17');

const at = (journey: Journey, now: string, by: Person = 'head') =>
  specify(complaintDecider, contextAt(cn(now), by)).given(...journey.events);

describe('what was recorded wrongly is put right (更正, H17)', () => {
  it('H17: by an event of its own, with its reason; the record stays, the case shows the right fact and what it was', () => {
    const journey = notified();
    const before = journey.events.length;
    correct(journey, '2025-04-22', 'DocumentServed', { servedAt: cn('2025-04-18') }, { about: 'D05' });
    expect(journey.events.slice(before).map(({ type }) => type)).toEqual([
      'RecordCorrected',
      'ClockReassessed',
      'ClockReassessed',
      'ClockRescheduled',
      'ClockRescheduled',
      'ClockRescheduled',
    ]);
    expect(journey.state.corrections).toMatchObject([
      {
        record: 'DocumentServed',
        documentId: 'D05',
        kind: 'D05',
        was: { servedAt: cn('2025-04-17') },
        is: { servedAt: cn('2025-04-18') },
        by: 'head',
      },
    ]);
    expect(journey.all('DocumentServed').at(-1)?.data.service.servedAt).toBe(cn('2025-04-17'));
    expect(journey.state.documents.find(({ kind }) => kind === 'D05')?.service?.servedAt).toBe(
      cn('2025-04-18'),
    );
  });

  it('A15: the service of a referral is corrected where the other office has the case since its dispatch, not since it', () => {
    const sent = sentDown('2025-04-15', 'sent');
    const letter = sent.state.documents.at(-1)?.documentId ?? '';
    sent.served(letter, '2025-04-17');
    const term = () => sent.state.clocks.find(({ start }) => start === 'document-served:D07');
    expect(term()?.startAt).toBe(cn('2025-04-17'));
    correct(sent, '2025-04-22', 'DocumentServed', { servedAt: cn('2025-04-18') });
    expect(term()?.startAt).toBe(cn('2025-04-18'));
    const custody = sent.state.clocks.filter(({ start }) => start === 'case-sent-down');
    expect(new Set(custody.map(({ startAt }) => startAt))).toEqual(new Set([cn('2025-04-15')]));
    const handedOver = sentDown('2025-04-15');
    at(handedOver, '2025-04-22')
      .when(correction(handedOver, 'DocumentServed', { servedAt: cn('2025-04-16') }))
      .thenRefused('record-reaches-another-office', { office: 'county-1' });
  });

  it('deadlines 4: the clocks that it started run from when it happened, those that it stopped are judged by it', () => {
    const journey = correct(notified(), '2025-04-22', 'DocumentServed', { servedAt: cn('2025-04-22 09:00') });
    expect(journey.clock(MANUAL)).toMatchObject({
      startAt: cn('2025-04-22 09:00'),
      dueOn: '2025-05-06',
      status: 'running',
      moves: [{ because: 'correction', from: '2025-04-27' }],
    });
    expect(journey.clock('DL-NOTICE-R.RB-MANUAL.1')).toMatchObject({
      metAt: cn('2025-04-22 09:00'),
      status: 'met',
    });
    expect(journey.clock('DL-NOTICE-C.RB-MANUAL.1').metAt).toBe(cn('2025-04-17'));
  });

  it('a miss that was none is put right, with its consequence: silence that was noted is taken back (G19)', () => {
    const journey = notified().ringsUntil('2025-04-28');
    expect(journey.state).toMatchObject({ replyOverdueAt: cn('2025-04-28 00:00') });
    correct(journey, '2025-04-28', 'DocumentServed', { servedAt: cn('2025-04-22') });
    expect(journey.clock(MANUAL)).toMatchObject({ status: 'running', dueOn: '2025-05-06' });
    expect(journey.state).toMatchObject({ replyOverdueAt: undefined });
    expect(journey.all('ClockMissed').map(({ data }) => data.clock)).toContain(MANUAL);
    journey.ringsUntil('2025-05-07');
    expect(journey.clock(MANUAL)).toMatchObject({ status: 'missed', missedAt: cn('2025-05-07 00:00') });
  });

  it('a date that was thought to be kept proves to be missed: those are told whom the rule names', () => {
    const journey = notified().replied('2025-04-25');
    expect(journey.state).toMatchObject({ reply: { late: false } });
    const before = journey.events.length;
    correct(journey, '2025-05-06', 'RespondentReplied', { receivedAt: cn('2025-04-29') });
    expect(journey.clock(MANUAL)).toMatchObject({ status: 'met-late', metAt: cn('2025-04-29') });
    expect(journey.state).toMatchObject({ reply: { late: true, receivedAt: cn('2025-04-29') } });
    expect(journey.events.slice(before)).toContainEqual(
      expect.objectContaining({ type: 'Escalated', data: expect.objectContaining({ clock: MANUAL }) }),
    );
  });

  it('G17, G19: a service that was later makes a late answer one in time', () => {
    const journey = notified().replied('2025-04-29');
    expect(journey.state).toMatchObject({ reply: { late: true } });
    correct(journey, '2025-05-06', 'DocumentServed', { servedAt: cn('2025-04-22') });
    expect(journey.state).toMatchObject({ reply: { late: false } });
    expect(journey.clock(MANUAL)).toMatchObject({ status: 'met', dueOn: '2025-05-06' });
  });

  it('G19: with the answer in time by the right service, the silence that was noted is taken back; the answer stands', () => {
    const journey = notified().ringsUntil('2025-04-28').replied('2025-04-29');
    expect(journey.clock(MANUAL).status).toBe('met-late');
    const { phase } = journey.state;
    correct(journey, '2025-05-06', 'DocumentServed', { servedAt: cn('2025-04-22') }, { about: 'D05' });
    expect(journey.clock(MANUAL).status).toBe('met');
    expect(journey.state).toMatchObject({ phase, reply: { late: false } });
    expect(journey.state).toHaveProperty('replyOverdueAt', undefined);
    expect(journey.all('ConsequenceWithdrawn').map(({ data }) => data)).toEqual([
      { clock: MANUAL, consequence: 'note-silence-and-continue', replied: true },
    ]);
    const progress = journey.events.reduce<Progress>(advance, START);
    expect(progress).toMatchObject({ phase, answered: true });
  });

  it('G19: the case waits for no second answer where the complainant is served after that', () => {
    const journey = new Journey().registered('2025-04-15').reviewed('2025-04-16').filed('2025-04-17');
    journey.issued('D04', '2025-04-17').issued('D05', '2025-04-17').served('D05', '2025-04-17');
    journey.ringsUntil('2025-04-28').replied('2025-04-29');
    correct(journey, '2025-05-06', 'DocumentServed', { servedAt: cn('2025-04-22') });
    journey.served('D04', '2025-05-06');
    expect(journey.state.phase).toBe('under-investigation');
    expect(journey.events.reduce<Progress>(advance, START).phase).toBe('under-investigation');
  });

  it('G24: a settlement in time by the right service: that none was reported is taken back', () => {
    const journey = notified()
      .ringsUntil('2025-05-20')
      .does('officer', '2025-05-21', {
        type: 'ReportSettlement',
        data: { settlementId: 'settlement-1', terms: sealedFor('terms'), amountFen: 0 },
      });
    const settle = 'DL-SETTLE-REPORT.RB-MANUAL.1';
    expect(journey.clock(settle)).toMatchObject({ status: 'met-late', dueOn: '2025-05-19' });
    expect(journey.state).toMatchObject({ settlementOverdueAt: cn('2025-05-20 00:00') });
    correct(journey, '2025-05-22', 'DocumentServed', { servedAt: cn('2025-04-22') }, { about: 'D05' });
    expect(journey.clock(settle)).toMatchObject({ status: 'met', dueOn: '2025-05-22' });
    expect(journey.state).toHaveProperty('settlementOverdueAt', undefined);
    expect(journey.all('ConsequenceWithdrawn').map(({ data }) => data.clock)).toContain(settle);
  });

  it('G24, G27: the notice to the respondent came before what the parties did together', () => {
    const settled = notified()
      .does('officer', '2025-04-24', {
        type: 'ReportSettlement',
        data: { settlementId: 'settlement-1', terms: sealedFor('terms'), amountFen: 0 },
      })
      .does('officer', '2025-04-24', {
        type: 'SignSettlement',
        data: { complainants: ['subject-1'], respondent: true, signedAt: cn('2025-04-23') },
      });
    const mediated = notified().replied('2025-04-29').mediating('2025-04-30');
    const served = (journey: Journey, day: string) =>
      at(journey, '2025-05-06').when(correction(journey, 'DocumentServed', { servedAt: cn(day) }, 'D05'));
    served(settled, '2025-04-24').thenRefused('correction-contradicts', { notAfter: cn('2025-04-23') });
    served(mediated, '2025-04-30').thenRefused('correction-contradicts', { notAfter: cn('2025-04-29') });
    expect(
      settled.asks(
        'head',
        '2025-05-06',
        correction(settled, 'DocumentServed', { servedAt: cn('2025-04-22') }, 'D05'),
      ),
    ).toContainEqual(expect.objectContaining({ type: 'RecordCorrected' }));
  });

  it('G52: told by word of mouth at the same moment, the complainant was told, whenever the document reached him', () => {
    const journey = new Journey().registered('2025-04-15').reviewed('2025-04-16').filed('2025-04-17');
    journey
      .does('officer', '2025-04-17', tell('D04'))
      .issued('D04', '2025-04-17')
      .served('D04', '2025-04-17');
    const notice = 'DL-NOTICE-C.RB-MANUAL.1';
    expect(journey.clock(notice)).toMatchObject({ status: 'met', metAt: cn('2025-04-17') });
    correct(journey, '2025-04-28', 'DocumentServed', { servedAt: cn('2025-04-25') });
    expect(journey.clock(notice)).toMatchObject({ status: 'met', metAt: cn('2025-04-17') });
    expect(journey.all('ClockReassessed')).toEqual([]);
  });

  it('民诉法 85: corrected to mail, a service is in time by its posting', () => {
    const journey = new Journey().registered('2025-04-15').reviewed('2025-04-16').filed('2025-04-17');
    journey.issued('D04', '2025-04-17').sent('D04', '2025-04-18').served('D04', '2025-04-28');
    expect(journey.clock('DL-NOTICE-C.RB-MANUAL.1').status).toBe('met-late');
    correct(journey, '2025-04-29', 'DocumentServed', { method: 'mail' });
    expect(journey.clock('DL-NOTICE-C.RB-MANUAL.1')).toMatchObject({
      status: 'met',
      timelyAt: cn('2025-04-18'),
    });
  });

  it('G03, A01: another day of receipt moves the law’s term, not the office’s own stages', () => {
    const journey = new Journey().registered('2025-04-14', {}, '2025-04-15');
    const internal = journey.clock('DL-REVIEW.RB-MANUAL.1').dueOn;
    expect(journey.clock(LAW).dueOn).toBe('2025-04-21');
    correct(journey, '2025-04-15', 'ComplaintRegistered', {
      receivedAt: cn('2025-04-10'),
      channel: 'phone',
    });
    expect(journey.clock(LAW)).toMatchObject({ startAt: cn('2025-04-10'), dueOn: '2025-04-17' });
    expect(journey.clock('DL-REVIEW.RB-MANUAL.1').dueOn).toBe(internal);
    expect(journey.state.registration).toMatchObject({ channel: 'phone', receivedAt: cn('2025-04-10') });
  });

  it('deadlines 1: the law follows the right day of receipt, by an event of its own', () => {
    const journey = new Journey().registered('2026-03-16');
    const asked = correction(journey, 'ComplaintRegistered', { receivedAt: cn('2026-03-13') });
    journey.does('head', '2026-03-16', { ...asked, data: { ...asked.data, statutory: 'RB-2010' } });
    expect(journey.all('RulebookMigrated').at(-1)?.data).toMatchObject({
      from: { statutory: 'RB-2026' },
      to: { statutory: 'RB-2010' },
    });
    expect(journey.clock('DL-ACCEPT.RB-2026.1').status).toBe('cancelled');
    expect(journey.clock(LAW)).toMatchObject({ startAt: cn('2026-03-13'), dueOn: '2026-03-20' });
  });

  it('deadlines 1: corrected once more, the case moves back; where somebody moved it on purpose it stays', () => {
    const corrected = (journey: Journey, day: string, statutory: string) => {
      const asked = correction(journey, 'ComplaintRegistered', { receivedAt: cn(day) });
      return journey.does('head', '2026-03-16', { ...asked, data: { ...asked.data, statutory } });
    };
    const journey = corrected(new Journey().registered('2026-03-16'), '2026-03-13', 'RB-2010');
    corrected(journey, '2026-03-16 09:00', 'RB-2026');
    expect(journey.all('RulebookMigrated').map(({ data }) => data)).toMatchObject([
      { to: { statutory: 'RB-2010' }, correctionId: journey.state.corrections?.[0]?.correctionId },
      { to: { statutory: 'RB-2026' }, correctionId: journey.state.corrections?.[1]?.correctionId },
    ]);
    expect(journey.clock(LAW).status).toBe('cancelled');
    expect(journey.clock('DL-ACCEPT.RB-2026.2')).toMatchObject({
      status: 'running',
      startAt: cn('2026-03-16 09:00'),
      dueOn: '2026-03-18',
    });
    const moved = new Journey().registered('2026-03-16').does('leader', '2026-03-16', {
      type: 'MoveToRulebooks',
      data: {
        to: { internal: 'RB-MANUAL', statutory: 'RB-2026', overlay: 'OV-SHANDONG' },
        reason: sealedFor('rulebooks.reason'),
      },
    });
    expect(corrected(moved, '2026-03-13', 'RB-2010').all('RulebookMigrated')).toHaveLength(1);
  });

  it('figures that were claimed are corrected; what is claimed is not', () => {
    const journey = notified();
    const claims = [
      { kind: 'lodging-below-grade', details: { contractedFen: 68_000, actualFen: 26_000, units: 4 } },
    ];
    at(journey, '2025-04-22')
      .when(correction(journey, 'ComplaintRegistered', { claims: [...claims, ...claims] }))
      .thenRefused('claims-are-others');
    correct(journey, '2025-04-22', 'ComplaintRegistered', { claims });
    expect(journey.state.registration.claims).toEqual(claims);
    const otherwise = claims.map(({ kind, details: { units, ...details } }) => ({
      details: { units, ...details },
      kind,
    }));
    const again = correction(journey, 'ComplaintRegistered', { claims: otherwise });
    const said = { ...again, data: { ...again.data, correctionId: 'the same in another order' } };
    at(journey, '2025-04-22').when(said).thenNothing();
  });

  it('A09, G55: a pause began and ended on other days: every clock that knows it is counted anew', () => {
    const journey = notified().appraised('2025-05-06').reported('2025-05-16');
    expect(journey.clock('DL-DISPOSE.RB-2010.1').dueOn).toBe('2025-06-26');
    correct(journey, '2025-05-19', 'CasePaused', { startedAt: cn('2025-05-08') });
    expect(journey.clock('DL-DISPOSE.RB-2010.1').dueOn).toBe('2025-06-24');
    correct(journey, '2025-05-19', 'CaseResumed', { endedAt: cn('2025-05-18') });
    expect(journey.clock('DL-DISPOSE.RB-2010.1')).toMatchObject({
      dueOn: '2025-06-26',
      pausedOver: [{ from: '2025-05-08', until: '2025-05-18' }],
    });
  });

  it('the day of an attempt to serve is corrected, of several the one that is meant', () => {
    const journey = new Journey().registered('2025-04-15').reviewed('2025-04-16').filed('2025-04-17');
    journey.issued('D04', '2025-04-17').attempted('D04', '2025-04-18').attempted('D04', '2025-04-21');
    correct(journey, '2025-04-22', 'ServiceAttempted', { attemptedAt: cn('2025-04-22 08:00') });
    const attempts = journey.state.documents.at(-1)?.attempts?.map(({ attemptedAt }) => attemptedAt);
    expect(attempts).toEqual([cn('2025-04-18'), cn('2025-04-22 08:00')]);
  });

  it('H17: nobody corrects what he recorded, what names him, or what his own terms hang on', () => {
    const journey = notified();
    const asked = correction(journey, 'DocumentServed', { servedAt: cn('2025-04-18') }, 'D05');
    for (const by of ['officer', 'colleague'] as const) {
      const handled =
        by === 'colleague' ? journey.withHandlers('2025-04-21', 'officer', 'colleague') : journey;
      at(handled, '2025-04-22', by).when(asked).thenRefused('correction-of-own-record', { person: by });
    }
    at(journey, '2025-04-22')
      .when({ ...asked, data: { ...asked.data, recordedBy: 'head' } })
      .thenRefused('correction-of-own-record');
    // Who handed it over handles the case no longer, and somebody else recorded it.
    const handedOn = notified().withHandlers('2025-04-21', 'colleague');
    at(handedOn, '2025-04-22', 'officer')
      .when({ ...asked, data: { ...asked.data, recordedBy: 'registrar' } })
      .thenRefused('correction-of-own-record', { person: 'officer' });
    const registered = new Journey().registered('2025-04-15');
    const receipt = correction(registered, 'ComplaintRegistered', { channel: 'phone' });
    at(registered, '2025-04-15', 'registrar').when(receipt).thenRefused('correction-of-own-record');
    at(registered, '2025-04-15', 'leader').when(receipt).then({ type: 'RecordCorrected' });
  });

  it('H17: the day of receipt is not corrected by those whose review and decision are judged by it', () => {
    const journey = new Journey().registered('2025-04-15').reviewed('2025-04-24').filed('2025-04-25');
    expect(journey.clock(LAW).status).toBe('met-late');
    const asked = correction(journey, 'ComplaintRegistered', { receivedAt: cn('2025-04-10') });
    const [review] = journey.all('PreliminaryReviewCompleted');
    const [decision] = journey.all('AcceptanceDecided');
    for (const person of [review?.data.reviewedBy, decision?.data.decidedBy])
      at(journey, '2025-04-28', person as Person)
        .when({ ...asked, data: { ...asked.data, recordedBy: 'system' } })
        .thenRefused('correction-of-own-record', { person });
    at(journey, '2025-04-28', 'bureau-leader')
      .when(asked)
      .then({ type: 'RecordCorrected' }, { type: 'ClockRescheduled' });
  });

  it('says what cannot be corrected: other records, other fields, times that contradict the rest, what is put away', () => {
    const journey = notified().replied('2025-04-25');
    const asked = (record: CorrectableRecord, is: CorrectedFields) => correction(journey, record, is);
    const decided = { ...asked('RespondentReplied', { receivedAt: cn('2025-04-24') }) };
    const { target: _, ...untargeted } = decided.data;
    at(journey, '2025-05-06')
      .when({ ...decided, data: untargeted })
      .thenRefused('record-not-correctable');
    at(journey, '2025-05-06')
      .when(asked('RespondentReplied', { servedAt: cn('2025-04-24') }))
      .thenRefused('fields-not-correctable', { fields: ['servedAt'], correctable: ['receivedAt'] });
    at(journey, '2025-05-06').when(asked('RespondentReplied', {})).thenRefused('fields-not-correctable');
    at(journey, '2025-05-06')
      .when(asked('RespondentReplied', { receivedAt: cn('2025-05-07') }))
      .thenRefused('happened-in-the-future');
    at(journey, '2025-05-06')
      .when(asked('RespondentReplied', { receivedAt: cn('2025-04-16') }))
      .thenRefused('happened-too-early');
    at(journey, '2025-05-06')
      .when(asked('DocumentServed', { servedAt: cn('2025-04-28') }))
      .thenRefused('correction-contradicts', { notAfter: cn('2025-04-25') });
    at(journey, '2025-05-06')
      .when(asked('DocumentServed', { method: 'electronic' }))
      .thenRefused('service-incomplete', { missing: ['consent'] });
    expect(
      targetAt([{ event: journey.events.find(({ type }) => type === 'AcceptanceDecided')!, revision: 7 }], 7),
    ).toBe(undefined);
  });

  it('the same correction twice, or one that changes nothing, is nothing', () => {
    const journey = notified();
    const asked = correction(journey, 'DocumentServed', { servedAt: cn('2025-04-18') });
    journey.does('head', '2025-04-22', asked);
    at(journey, '2025-04-22').when(asked).thenNothing();
    const again = { ...asked, data: { ...asked.data, correctionId: 'another' } };
    at(journey, '2025-04-22').when(again).thenNothing();
  });

  it('a correction is itself corrected by another: the last word counts, and both stay', () => {
    const journey = notified();
    correct(journey, '2025-04-22', 'DocumentServed', { servedAt: cn('2025-04-21') });
    correct(journey, '2025-04-22', 'DocumentServed', { servedAt: cn('2025-04-17') });
    expect(journey.state.corrections).toMatchObject([
      { was: { servedAt: cn('2025-04-17') }, is: { servedAt: cn('2025-04-21') } },
      { was: { servedAt: cn('2025-04-21') }, is: { servedAt: cn('2025-04-17') } },
    ]);
    expect(journey.clock(MANUAL)).toMatchObject({ startAt: cn('2025-04-17'), dueOn: '2025-04-27' });
  });
});
