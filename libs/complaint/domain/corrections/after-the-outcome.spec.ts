import { describe, expect, it } from '@jest/globals';
import { cn, Journey, sealedFor } from '../fixture/complaint.js';
import { correct } from '../fixture/correcting.js';

describe('a correction that comes when the case has its outcome', () => {
  it('1.7, H17: a mediation term that proves to have run on is over with the outcome that came meanwhile', () => {
    const journey = Journey.accepted('2025-04-15', { class: 'other' })
      .mediating('2025-04-21')
      .waited('2025-05-06', '2025-05-26')
      .does('officer', '2025-05-08', {
        type: 'ResumeAtPartiesRequest',
        data: { report: sealedFor('report') },
      })
      .ringsUntil('2025-05-24');
    expect(journey.state.phase).toBe('mediation-failed');
    journey.does('officer', '2025-05-26', {
      type: 'TerminateMediation',
      data: {
        course: sealedFor('termination.course'),
        reason: sealedFor('termination.reason'),
        remedies: ['arbitration', 'civil-action'],
      },
    });
    correct(journey, '2025-05-26', 'CaseResumed', { endedAt: cn('2025-05-22') });
    expect(journey.clock('DL-MEDIATE.RB-MANUAL.1')).toMatchObject({
      status: 'cancelled',
      dueOn: '2025-06-03',
    });
    expect(journey.state.phase).toBe('terminated');
  });
});
