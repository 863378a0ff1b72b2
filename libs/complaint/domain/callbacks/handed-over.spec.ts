import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { announce, assign, followUpOf, made, promise } from '../fixture/calls.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import { closed } from '../fixture/ends.js';
import { archive, withdraw } from '../fixture/endings.js';
import { received } from '../fixture/handover.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const DAY = '2025-04-15';
const CLOCK = 'DL-CALLBACK.promise.1';
const recall = { type: 'RecallCase', data: { reason: sealedFor('recall.reason') } } as const;
/** Promised for Thursday; on Wednesday a superior office takes the case up. */
const recalled = () =>
  Journey.accepted(DAY)
    .does('officer', DAY, promise('2025-04-17 15:30'))
    .does('superior', '2025-04-16', recall);

describe('a call that was promised in a case that goes on elsewhere', () => {
  it('H05, H01: stays owed by who promised it, and so does its deadline; what the case waited for ends here', () => {
    const journey = recalled();
    expect(journey.state.phase).toBe('handed-over');
    expect(journey.clock(CLOCK)).toMatchObject({ status: 'running', dueAt: cn('2025-04-17 15:30') });
    expect(journey.state.clocks.filter(({ status }) => status === 'running')).toHaveLength(1);
    expect(journey.does('officer', '2025-04-17 15:00', made()).clock(CLOCK).status).toBe('met');
  });

  it('H05: is reminded, missed and escalated as before', () => {
    const journey = recalled();
    for (const at of ['2025-04-16 16:00', '2025-04-17 14:45', '2025-04-17 15:30']) journey.ringsUntil(at);
    expect(journey.clock(CLOCK)).toMatchObject({ status: 'missed', raised: ['yellow', 'red', 'due'] });
    expect(journey.all('Escalated').map(({ data }) => data.clock)).toContain(CLOCK);
    journey.does('officer', '2025-04-18', made());
    expect(journey.clock(CLOCK).status).toBe('met-late');
  });

  it('H23, H01: another date can be announced, and another person named', () => {
    const announced = recalled().does('officer', '2025-04-17 10:00', announce('2025-04-21 10:00'));
    expect(announced.clock(CLOCK).status).toBe('met');
    expect(announced.clock('DL-CALLBACK.promise.2').status).toBe('running');
    const assigned = recalled().does('head', '2025-04-16', assign('registrar'));
    assigned.does('registrar', '2025-04-17 10:00', made());
    expect(assigned.clock(CLOCK).status).toBe('met');
  });

  it('G38: the volume is put away when it was made, or its term has run out', () => {
    as('officer', '2025-04-16')
      .given(...recalled().events)
      .when(archive())
      .thenRefused('clocks-still-run', { clocks: [CLOCK] });
    const done = recalled().does('officer', '2025-04-16 13:00', made());
    expect(done.does('officer', '2025-04-16 14:00', archive()).state.phase).toBe('archived');
  });

  it('H10: nor does the follow-up of a closed case lose its term when the office that sent the case takes it away', () => {
    const journey = closed(
      received(DAY)
        .reviewed(DAY)
        .filed(DAY)
        .does('officer', DAY, withdraw())
        .does('officer', DAY, { type: 'ReportToReferrer', data: { result: sealedFor('result') } }),
      '2025-04-16',
    );
    journey.does('system', '2025-04-17', {
      type: 'NoteWithdrawal',
      data: { byOffice: 'province', at: cn('2025-04-17') },
    });
    expect(journey.clock('DL-FOLLOWUP.RB-MANUAL.1').status).toBe('running');
    journey.does('registrar', '2025-04-18', made(followUpOf(journey)));
    expect(journey.clock('DL-FOLLOWUP.RB-MANUAL.1').status).toBe('met');
  });
});
