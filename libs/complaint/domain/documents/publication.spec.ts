import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { Journey, cn, contextAt, sealedFor, serviceAt, type Person } from '../fixture/complaint.js';
import { complaintDecider } from '../case/decider.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const publish = (documentId: string, publishedAt?: string) =>
  ({
    type: 'PublishDocument',
    data: {
      documentId,
      medium: 'newspaper',
      reference: '云海日报第8版',
      ...(publishedAt ? { publishedAt: cn(publishedAt) } : {}),
    },
  }) as const;
const CLOCK = 'DL-PUBLICATION.RB-2010.1';

/** Decided on Thu 2025-04-17, both notices issued, that to the complainant served. */
const issued = () => Journey.notified('2025-04-15', '2025-04-16', '2025-04-17');
const untraceable = () =>
  issued()
    .attempted('D05', '2025-04-17')
    .sent('D05', '2025-04-17')
    .attempted('D05', '2025-04-21', { method: 'mail', outcome: 'returned' });
const published = () => untraceable().does('officer', '2025-04-21', publish('D05'));

describe('service by publication', () => {
  it('民诉法 95: starts a clock of its own, of 30 days', () => {
    as('officer', '2025-04-21')
      .given(...untraceable().events)
      .when(publish('D05'))
      .then(
        {
          type: 'DocumentPublished',
          data: {
            documentId: 'D05',
            kind: 'D05',
            publication: { medium: 'newspaper', publishedBy: 'officer' },
          },
        },
        {
          type: 'ClockStarted',
          data: {
            clock: CLOCK,
            about: 'D05',
            startAt: cn('2025-04-21'),
            dueOn: '2025-05-21',
            verification: 'design',
          },
        },
      );
  });

  it('民诉法 95: when the days are over the document counts as served on the last of them, whoever rings', () => {
    const journey = published().ringsUntil('2025-05-20').ring(CLOCK, 'due', '2025-06-03 03:00');
    expect(journey.events.slice(-8).map(({ type }) => type)).toEqual([
      'ClockMissed',
      'DocumentServed',
      'ClockMet',
      'ClockMet',
      'ClockMet',
      'ClockStarted',
      'ClockStarted',
      'ClockStarted',
    ]);
    expect(journey.all('DocumentServed').at(-1)?.data.service).toEqual({
      method: 'publication',
      servedAt: '2025-05-21T15:59:59.999Z',
      server: 'officer',
      receipt: '云海日报第8版',
    });
    // The ten days of the reply are counted from the day after: 31 May is a holiday, 1 and 2 June too.
    expect(journey.clock('DL-REPLY.RB-2010.1')).toMatchObject({ dueOn: '2025-06-03' });
    expect(journey.clock(CLOCK).status).toBe('met');
    expect(journey.state.phase).toBe('awaiting-reply');
  });

  it('only the served fact meets the notice clocks: a publication in time is no service in time', () => {
    const journey = published();
    expect(journey.clock('DL-NOTICE-R.RB-2010.1').status).toBe('running');
    journey.ringsUntil('2025-05-22');
    expect(journey.clock('DL-NOTICE-R.RB-2010.1').status).toBe('met-late');
  });

  it('民诉法 95: a rejection that counts as served ends the case', () => {
    const journey = new Journey()
      .registered('2025-04-15')
      .reviewed('2025-04-16')
      .decided('2025-04-17', { outcome: 'reject', reasons: ['R1'], remedies: ['civil-action'] })
      .withHandlers('2025-04-17', 'officer')
      .issued('D06', '2025-04-17')
      .published('D06', '2025-04-17');
    journey.ringsUntil('2025-05-20');
    expect(journey.state.phase).toBe('rejection-served');
    expect(journey.state.clocks.filter(({ status }) => status === 'running')).toEqual([]);
  });

  it('somebody who is found after all is served, and the days of publication are over with it', () => {
    const journey = published().served('D05', '2025-05-06');
    expect(journey.clock(CLOCK)).toMatchObject({ status: 'met', metAt: cn('2025-05-06'), open: [] });
    expect(journey.state.phase).toBe('awaiting-reply');
    as('system', '2025-05-22')
      .given(...journey.events)
      .when({ type: 'RingClock', data: { clock: CLOCK, rung: 'due', revision: 0 } })
      .thenNothing();
  });

  it('late facts: found before the days were over and recorded after them counts, found later does not', () => {
    const record = (servedAt: string) =>
      ({ type: 'RecordService', data: { documentId: 'D05', service: serviceAt(cn(servedAt)) } }) as const;
    const { events } = published();
    as('officer', '2025-05-22')
      .given(...events)
      .when(record('2025-05-20'))
      .thenAmongOthers({ type: 'DocumentServed' }, { type: 'ClockMet', data: { clock: CLOCK } });
    as('officer', '2025-05-22')
      .given(...events)
      .when(record('2025-05-22'))
      .thenRefused('document-deemed-served', { servedAt: '2025-05-21T15:59:59.999Z' });
  });

  it('公告 is the last resort: two ways must have failed to find him, and who refuses has been found', () => {
    const refused = {
      method: 'left',
      outcome: 'refused',
      witnesses: [sealedFor('service.witness')],
    } as const;
    const journey = issued().attempted('D05', '2025-04-17').attempted('D05', '2025-04-18', refused);
    as('officer', '2025-04-18')
      .given(...journey.attempted('D05', '2025-04-18').events)
      .when(publish('D05'))
      .thenRefused('publication-needs-failed-attempts', { failed: ['direct'], needed: 2 });
  });

  it('it is not before the last attempt, not in the future, and once', () => {
    const { events } = untraceable();
    as('officer', '2025-04-22')
      .given(...events)
      .when(publish('D05', '2025-04-18'))
      .thenRefused('happened-too-early');
    as('officer', '2025-04-22')
      .given(...events)
      .when(publish('D05', '2025-04-23'))
      .thenRefused('happened-in-the-future');
    as('officer', '2025-04-22')
      .given(...published().events)
      .when(publish('D05'))
      .thenNothing();
    as('officer', '2025-04-22')
      .given(...published().events)
      .when({ type: 'PublishDocument', data: { documentId: 'D05', medium: 'website', reference: 'page' } })
      .thenRefused('document-already-published');
    as('officer', '2025-04-22')
      .given(...issued().served('D05', '2025-04-18').events)
      .when(publish('D05'))
      .thenRefused('document-already-served');
  });

  it('what goes to an office is never published', () => {
    const journey = new Journey()
      .registered('2025-04-15')
      .reviewed('2025-04-16', { jurisdiction: 'other-department', competent: '交通运输局' })
      .decided('2025-04-17', { outcome: 'transfer' })
      .withHandlers('2025-04-17', 'officer')
      .issued('D08', '2025-04-17')
      .attempted('D08', '2025-04-18');
    as('officer', '2025-04-18')
      .given(...journey.events)
      .when(publish('D08'))
      .thenRefused('publication-is-for-parties', { to: 'other-department' });
  });
});

describe('the receipt of a service', () => {
  const file = (filedAt?: string) =>
    ({
      type: 'FileReceipt',
      data: { documentId: 'D04', ...(filedAt ? { filedAt: cn(filedAt) } : {}) },
    }) as const;

  it('D22: comes into the file after the service, once', () => {
    const { events } = issued();
    as('officer', '2025-04-22')
      .given(...events)
      .when(file())
      .then({ type: 'ServiceReceiptFiled', data: { documentId: 'D04', filedBy: 'officer' } });
    as('officer', '2025-04-22')
      .given(...events)
      .when(file('2025-04-16'))
      .thenRefused('happened-too-early');
    const filed = issued().does('officer', '2025-04-22', file('2025-04-21'));
    as('officer', '2025-04-23')
      .given(...filed.events)
      .when(file('2025-04-21'))
      .thenNothing();
    as('officer', '2025-04-23')
      .given(...filed.events)
      .when(file('2025-04-22'))
      .thenRefused('receipt-already-filed', { filedAt: cn('2025-04-21') });
    as('officer', '2025-04-22')
      .given(...events)
      .when({ type: 'FileReceipt', data: { documentId: 'D05' } })
      .thenRefused('document-not-served');
  });
});
