import { describe, expect, it } from '@jest/globals';
import type { ProjectedEvent } from '#platform/projections';
import { putAway } from '../../domain/fixture/calls.js';
import { cn, Journey, sealedFor } from '../../domain/fixture/complaint.js';
import { correct } from '../../domain/fixture/correcting.js';
import {
  approveClosing,
  notified,
  reopen,
  requestClosing,
  returnClosing,
  withdraw,
} from '../../domain/fixture/endings.js';
import { registerProjection, type RegisterRow } from './register.projection.js';

/** The line of the register after a course of events, each on the day of its place. */
function lineOf(journey: Journey): RegisterRow | null {
  return journey.events.reduce<RegisterRow | null>((row, event, revision) => {
    const meta = { happenedAt: `2025-05-01T00:00:00.${String(revision).padStart(3, '0')}Z` };
    const projected = { ...event, stream: 'complaint-c-1', revision, meta };
    return registerProjection.fold(row, 'c-1', projected as unknown as ProjectedEvent);
  }, null);
}

const ended = () =>
  notified(new Journey().registered('2025-04-15'), '2025-04-16', '2025-04-17', '2025-04-18').does(
    'officer',
    '2025-04-22',
    withdraw(),
  );

describe('a line of the register', () => {
  it('G59: keeps how and when the case ended through closing and archive, so that a quarter can be counted', () => {
    const journey = ended();
    const at = lineOf(journey)?.ended_at;
    expect(lineOf(journey)).toMatchObject({ phase: 'withdrawn', ended_as: 'withdrawn' });
    journey.does('officer', '2025-04-23', requestClosing()).does('leader', '2025-04-24', returnClosing());
    expect(lineOf(journey)).toMatchObject({ phase: 'withdrawn', ended_as: 'withdrawn', ended_at: at });
    journey.does('officer', '2025-04-24', requestClosing()).does('leader', '2025-04-24', approveClosing());
    putAway(journey, '2025-04-25');
    expect(lineOf(journey)).toMatchObject({ phase: 'archived', ended_as: 'withdrawn', ended_at: at });
  });

  it('G59, H17: a rejection whose service is corrected ended the case on the right day; no other service does', () => {
    const rejected = new Journey()
      .registered('2025-04-15')
      .reviewed('2025-04-16')
      .decided('2025-04-17', { outcome: 'reject', reasons: ['R1'], remedies: ['civil-action'] })
      .withHandlers('2025-04-17', 'officer')
      .issued('D06', '2025-04-17')
      .served('D06', '2025-04-17');
    const target = { record: 'DocumentServed', documentId: 'D06', kind: 'D06' } as const;
    const correction = {
      ...{ correctionId: 'correction-1', revision: rejected.events.length - 1, target },
      ...{ is: { servedAt: cn('2025-04-18') }, reason: sealedFor('reason'), recordedBy: 'officer' },
    };
    rejected.does('head', '2025-04-21', { type: 'CorrectRecord', data: correction });
    expect(lineOf(rejected)).toMatchObject({
      phase: 'rejection-served',
      ended_as: 'rejection-served',
      ended_at: cn('2025-04-18'),
    });
    const withdrawn = ended();
    const at = lineOf(withdrawn)?.ended_at;
    const notice = { record: 'DocumentServed', documentId: 'D05', kind: 'D05' } as const;
    withdrawn.does('head', '2025-04-23', {
      type: 'CorrectRecord',
      data: { ...correction, target: notice, is: { servedAt: cn('2025-04-21') } },
    });
    expect(withdrawn.all('RecordCorrected')).toHaveLength(1);
    expect(lineOf(withdrawn)?.ended_at).toBe(at);
  });

  it('H17: the name of the first complainant, and the respondent, follow a correction, and nobody else does', () => {
    const journey = new Journey().registered('2025-04-15', {
      complainants: [{ subject: 'subject-1' }, { subject: 'subject-2' }],
      respondent: { name: '甲旅行社', licence: 'L-1' },
    });
    const right = (who: string) => ({ ...sealedFor('complainant.name', who), text: `right ${who}` });
    const [first, second] = ['subject-1', 'subject-2'];
    correct(journey, '2025-04-16', 'ComplaintRegistered', {
      complainants: [{ subject: second, name: right(second) }],
      respondent: { name: '乙旅行社有限公司' },
    });
    expect(lineOf(journey)).toMatchObject({
      complainant: null,
      respondent: '乙旅行社有限公司',
      operator_name: '乙旅行社',
      operator_licence: 'L1',
    });
    correct(journey, '2025-04-17', 'ComplaintRegistered', {
      complainants: [{ subject: first, name: right(first) }],
    });
    expect(lineOf(journey)?.complainant).toEqual(right(first));
  });

  it('H16: a case that is taken up again has not ended', () => {
    const journey = ended()
      .does('officer', '2025-04-23', requestClosing())
      .does('leader', '2025-04-24', approveClosing())
      .does('leader', '2025-05-06', reopen());
    expect(lineOf(journey)).toMatchObject({ phase: 'under-investigation', ended_as: null, ended_at: null });
    expect(lineOf(journey.does('officer', '2025-05-07', withdraw()))).toMatchObject({
      ended_as: 'withdrawn',
    });
  });
});
