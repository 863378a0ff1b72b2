import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { Journey, cn, contextAt, sealedFor, serviceAt, type Person } from '../fixture/complaint.js';
import { complaintDecider } from '../case/decider.js';
import type { ServiceRecord } from './documents.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const serve = (documentId: string, servedAt: string, change: Partial<ServiceRecord> = {}) =>
  ({ type: 'RecordService', data: { documentId, service: serviceAt(cn(servedAt), change) } }) as const;
const send = (documentId: string, method: ServiceRecord['method'], sentAt?: string) =>
  ({
    type: 'SendDocument',
    data: { documentId, method, ...(sentAt ? { sentAt: cn(sentAt) } : {}) },
  }) as const;

/** Received Tue 2025-04-15, decided on the 17th. */
const reported = (review = {}) => new Journey().registered('2025-04-15').reviewed('2025-04-16', review);
const filed = () => reported().filed('2025-04-17');
const rejected = () =>
  reported()
    .decided('2025-04-17', { outcome: 'reject', reasons: ['R1'], remedies: ['civil-action'] })
    .withHandlers('2025-04-17', 'officer')
    .issued('D06', '2025-04-17');
const transferred = () =>
  reported({ jurisdiction: 'other-department', competent: '交通运输局' })
    .decided('2025-04-17', { outcome: 'transfer' })
    .withHandlers('2025-04-17', 'officer')
    .issued('D08', '2025-04-17');

describe('service', () => {
  it('G15, G16: each notice is met by its own service, and the case awaits the reply when both are served', () => {
    const journey = filed().issued('D04', '2025-04-17').issued('D05', '2025-04-17');
    expect(journey.clock('DL-NOTICE-C.RB-MANUAL.1').status).toBe('running');
    as('officer', '2025-04-18')
      .given(...journey.events)
      .when(serve('D04', '2025-04-18'))
      .then(
        {
          type: 'DocumentServed',
          data: { kind: 'D04', service: { method: 'direct', relation: 'addressee', server: 'officer' } },
        },
        { type: 'ClockMet', data: { clock: 'DL-NOTICE-C.RB-MANUAL.1', inTime: true } },
      );
    journey.served('D04', '2025-04-18');
    expect(journey.state.phase).toBe('filed');
    as('officer', '2025-04-21')
      .given(...journey.events)
      .when(serve('D05', '2025-04-21'))
      .then(
        { type: 'DocumentServed', data: { kind: 'D05' } },
        { type: 'ClockMet', data: { clock: 'DL-NOTICE-R.RB-MANUAL.1', inTime: true } },
        { type: 'ClockMet', data: { clock: 'DL-NOTICE-R.RB-2010.1', inTime: true } },
        { type: 'ClockStarted', data: { clock: 'DL-REPLY.RB-MANUAL.1' } },
        { type: 'ClockStarted', data: { clock: 'DL-SETTLE-REPORT.RB-MANUAL.1' } },
        { type: 'ClockStarted', data: { clock: 'DL-REPLY.RB-2010.1' } },
      );
    expect(journey.served('D05', '2025-04-21').state.phase).toBe('awaiting-reply');
  });

  it('G11: a rejection served ends the case; drafting and issuing it stopped nothing', () => {
    const journey = rejected();
    expect(journey.clock('DL-REJECT-SERVE.RB-MANUAL.1').status).toBe('running');
    expect(journey.clock('DL-ACCEPT.RB-2010.1').status).toBe('running');
    journey.served('D06', '2025-04-22');
    expect(journey.state.phase).toBe('rejection-served');
    expect(journey.state.clocks.filter(({ status }) => status === 'running' || status === 'paused')).toEqual(
      [],
    );
    expect(journey.clock('DL-REJECT-SERVE.RB-MANUAL.1').status).toBe('met');
    expect(journey.clock('DL-ACCEPT.RB-2010.1').status).toBe('met');
  });

  it('G13, A04: a transfer keeps the limit of the law by its sending and that of the manual by its service', () => {
    const journey = transferred().sent('D08', '2025-04-22');
    expect(journey.clock('DL-ACCEPT.RB-2010.1')).toMatchObject({ status: 'met', metAt: cn('2025-04-22') });
    expect(journey.clock('DL-TRANSFER.RB-MANUAL.1').status).toBe('running');
    journey.served('D08', '2025-04-24', { method: 'mail' });
    expect(journey.clock('DL-TRANSFER.RB-MANUAL.1').status).toBe('met');
    expect(transferred().served('D08', '2025-04-21').clock('DL-ACCEPT.RB-2010.1').status).toBe('met');
  });

  it('民诉法 85: mail posted before the limit is in time though it arrives after it', () => {
    const posted = rejected().sent('D06', '2025-04-22').served('D06', '2025-04-25', { method: 'mail' });
    expect(posted.clock('DL-REJECT-SERVE.RB-MANUAL.1')).toMatchObject({
      status: 'met',
      metAt: cn('2025-04-25'),
    });
    const late = rejected().sent('D06', '2025-04-23').served('D06', '2025-04-25', { method: 'mail' });
    expect(late.clock('DL-REJECT-SERVE.RB-MANUAL.1').status).toBe('met-late');
  });

  it('民诉法 85: only what was posted as mail is judged by its posting', () => {
    const journey = rejected().sent('D06', '2025-04-22', 'entrusted');
    as('officer', '2025-04-25')
      .given(...journey.events)
      .when(serve('D06', '2025-04-25', { method: 'mail' }))
      .thenRefused('service-incomplete', { missing: ['sentAt'] });
    const handed = rejected().sent('D06', '2025-04-22', 'mail').served('D06', '2025-04-25');
    expect(handed.clock('DL-REJECT-SERVE.RB-MANUAL.1').status).toBe('met-late');
  });

  it('mail that came back is sent again, and judged by the posting that arrived', () => {
    const journey = rejected().sent('D06', '2025-04-22');
    as('officer', '2025-04-23')
      .given(...journey.events)
      .when(send('D06', 'mail'))
      .thenNothing();
    as('officer', '2025-04-25')
      .given(...journey.events)
      .when(send('D06', 'mail', '2025-04-25'))
      .then({ type: 'DocumentSent', data: { sentAt: cn('2025-04-25') } });
    journey
      .does('officer', '2025-04-25', send('D06', 'mail', '2025-04-25'))
      .served('D06', '2025-04-27', { method: 'mail' });
    expect(journey.clock('DL-REJECT-SERVE.RB-MANUAL.1').status).toBe('met-late');
  });

  it.each<[ServiceRecord['method'], Partial<ServiceRecord>, string[]]>([
    ['left', {}, ['witnesses', 'evidence']],
    ['electronic', {}, ['consent']],
    ['electronic', { consent: false }, ['consent']],
    ['entrusted', {}, ['entrustedTo']],
    ['mail', {}, ['sentAt']],
  ])('D22: service by %s with %j lacks %j', (method, change, missing) => {
    as('officer', '2025-04-18')
      .given(...rejected().events)
      .when(serve('D06', '2025-04-18', { method, ...change }))
      .thenRefused('service-incomplete', { missing });
  });

  it.each<[ServiceRecord['method'], Partial<ServiceRecord>]>([
    ['left', { witnesses: [sealedFor('service.witness')] }],
    ['left', { evidence: [sealedFor('service.evidence')] }],
    ['electronic', { consent: true }],
    ['entrusted', { entrustedTo: '石桥县文化和旅游局' }],
  ])('D22: service by %s with what it needs counts', (method, change) => {
    as('officer', '2025-04-18')
      .given(...rejected().events)
      .when(serve('D06', '2025-04-18', { method, ...change }))
      .thenAmongOthers({ type: 'DocumentServed', data: { service: { method } } });
  });

  it('only an issued document is served, once, not before it went out, and not in the future', () => {
    const drafted = filed().drafted('D04', '2025-04-17');
    as('officer', '2025-04-18')
      .given(...drafted.events)
      .when(serve('D04', '2025-04-18'))
      .thenRefused('document-not-issued');
    as('officer', '2025-04-18')
      .given(...drafted.events)
      .when(send('D04', 'mail'))
      .thenRefused('document-not-issued');
    const issued = rejected();
    as('officer', '2025-04-18')
      .given(...issued.events)
      .when(serve('D06', '2025-04-16'))
      .thenRefused('happened-too-early');
    as('officer', '2025-04-18')
      .given(...issued.events)
      .when(serve('D06', '2025-04-19'))
      .thenRefused('happened-in-the-future');
    as('officer', '2025-04-18')
      .given(...issued.events)
      .when(send('D06', 'mail', '2025-04-16'))
      .thenRefused('happened-too-early');
    const served = filed().issued('D04', '2025-04-17').served('D04', '2025-04-18');
    as('officer', '2025-04-18')
      .given(...served.events)
      .when(serve('D04', '2025-04-18'))
      .thenNothing();
    as('officer', '2025-04-21')
      .given(...served.events)
      .when(serve('D04', '2025-04-21'))
      .thenRefused('document-already-served');
    as('officer', '2025-04-21')
      .given(...served.events)
      .when(send('D04', 'mail'))
      .thenRefused('document-already-served');
  });

  it('G08: the service of a request for supplement can be recorded when the review has gone on', () => {
    const journey = new Journey().registered('2025-04-15').underReview('2025-04-15');
    journey.does('registrar', '2025-04-15', {
      type: 'RequestSupplement',
      data: { items: ['evidence'], note: sealedFor('note') },
    });
    journey
      .issued('D09', '2025-04-15')
      .does('registrar', '2025-04-17', { type: 'ReceiveSupplement', data: { items: ['evidence'] } });
    journey.served('D09', '2025-04-16', {}, '2025-04-18');
    expect(journey.state).toMatchObject({
      phase: 'under-review',
      documents: [{ service: { servedAt: cn('2025-04-16') } }],
    });
  });

  it('late facts: what a service of last week starts is counted from last week', () => {
    const journey = filed()
      .issued('D04', '2025-04-17')
      .issued('D05', '2025-04-17')
      .served('D05', '2025-04-18', {}, '2025-04-28');
    expect(journey.clock('DL-REPLY.RB-MANUAL.1')).toMatchObject({
      startAt: cn('2025-04-18'),
      dueOn: '2025-04-28',
    });
    expect(journey.clock('DL-NOTICE-R.RB-MANUAL.1')).toMatchObject({
      status: 'met',
      metAt: cn('2025-04-18'),
    });
  });
});
