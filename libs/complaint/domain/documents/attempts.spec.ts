import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import {
  Journey,
  attemptAt,
  cn,
  contextAt,
  sealedFor,
  serviceAt,
  type Person,
} from '../fixture/complaint.js';
import { complaintDecider } from '../case/decider.js';
import type { ServiceAttempt } from './documents.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const attempt = (at: string, change: Partial<ServiceAttempt> = {}) =>
  ({
    type: 'RecordServiceAttempt',
    data: { documentId: 'D05', attempt: attemptAt(cn(at), change) },
  }) as const;
const witnesses = [sealedFor('service.witness')];

/** Decided on Thu 2025-04-17, both notices issued, that to the complainant served. */
const issued = () => Journey.notified('2025-04-15', '2025-04-16', '2025-04-17');

describe('attempts to serve that failed', () => {
  it('D22: are recorded with way, time, outcome and server, and start and stop no clock', () => {
    const journey = issued();
    as('officer', '2025-04-18')
      .given(...journey.events)
      .when(attempt('2025-04-18'))
      .then({
        type: 'ServiceAttempted',
        data: {
          documentId: 'D05',
          kind: 'D05',
          attempt: { method: 'direct', outcome: 'nobody-there', server: 'officer' },
        },
      });
    journey.attempted('D05', '2025-04-18').attempted('D05', '2025-04-21', { outcome: 'refused', witnesses });
    expect(journey.clock('DL-NOTICE-R.RB-2010.1').status).toBe('running');
    expect(journey.state.documents.find(({ kind }) => kind === 'D05')?.attempts).toHaveLength(2);
  });

  it('D22: a refusal is seen by witnesses or recorded on film, and the document is then left behind', () => {
    const journey = issued();
    as('officer', '2025-04-18')
      .given(...journey.events)
      .when(attempt('2025-04-18', { outcome: 'refused' }))
      .thenRefused('service-incomplete', { missing: ['witnesses', 'evidence'] });
    journey
      .attempted('D05', '2025-04-18', { outcome: 'refused', evidence: [sealedFor('service.evidence')] })
      .served('D05', '2025-04-18', { method: 'left', witnesses });
    expect(journey.clock('DL-NOTICE-R.RB-2010.1').status).toBe('met');
  });

  it.each<[Partial<ServiceAttempt>, string]>([
    [{ method: 'direct', outcome: 'returned' }, 'attempt-contradicts-method'],
    [{ method: 'electronic', outcome: 'nobody-there' }, 'attempt-contradicts-method'],
    [{ method: 'mail', outcome: 'returned' }, 'service-incomplete'],
  ])('D22: %j is refused: %s', (change, code) => {
    as('officer', '2025-04-18')
      .given(...issued().events)
      .when(attempt('2025-04-18', change))
      .thenRefused(code);
  });

  it('D22: an attempt is not before the document was issued, not in the future, and recorded once', () => {
    const { events } = issued();
    as('officer', '2025-04-18')
      .given(...events)
      .when(attempt('2025-04-16'))
      .thenRefused('happened-too-early');
    as('officer', '2025-04-18')
      .given(...events)
      .when(attempt('2025-04-19'))
      .thenRefused('happened-in-the-future');
    as('officer', '2025-04-18')
      .given(...issued().attempted('D05', '2025-04-18').events)
      .when(attempt('2025-04-18'))
      .thenNothing();
    as('officer', '2025-04-18')
      .given(...issued().served('D05', '2025-04-18').events)
      .when(attempt('2025-04-18'))
      .thenRefused('document-already-served');
  });

  it('民诉法 85: mail that came back does not carry a later delivery; the next posting does', () => {
    const returned = () =>
      issued().sent('D05', '2025-04-18').attempted('D05', '2025-04-24', {
        method: 'mail',
        outcome: 'returned',
      });
    as('officer', '2025-04-25')
      .given(...returned().events)
      .when({
        type: 'RecordService',
        data: {
          documentId: 'D05',
          service: serviceAt(cn('2025-04-25'), { method: 'mail' }),
        },
      })
      .thenRefused('service-incomplete', { missing: ['sentAt'] });
    const again = returned().sent('D05', '2025-04-25').served('D05', '2025-04-28', { method: 'mail' });
    // Posted on the 25th, after the fifth working day (24 April): the first posting is no help any more.
    expect(again.clock('DL-NOTICE-R.RB-2010.1').status).toBe('met-late');
  });

  it('late facts: a return that is recorded after the next posting does not use that posting up', () => {
    const inOrder = issued()
      .sent('D05', '2025-04-18')
      .attempted('D05', '2025-04-22', { method: 'mail', outcome: 'returned' })
      .sent('D05', '2025-04-23');
    const late = issued()
      .sent('D05', '2025-04-18')
      .does('officer', '2025-04-23', {
        type: 'SendDocument',
        data: { documentId: 'D05', method: 'mail', sentAt: cn('2025-04-23') },
      })
      .attempted('D05', '2025-04-22', { method: 'mail', outcome: 'returned' }, '2025-04-24');
    expect(late.state.documents).toEqual(inOrder.state.documents);
  });
});
