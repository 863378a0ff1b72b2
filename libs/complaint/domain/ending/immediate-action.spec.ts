import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { actAtOnce, archive, underManual } from '../fixture/endings.js';
import { Journey, cn, contextAt, type Person } from '../fixture/complaint.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const accepted = (journey: Journey) =>
  journey
    .reviewed('2025-04-15 11:00')
    .decided('2025-04-15 14:00', { outcome: 'accept' })
    .withHandlers('2025-04-15 14:10', 'officer');
const clear = () => accepted(new Journey().registered('2025-04-15 09:00'));

describe('what must stop at once', () => {
  it('G54: what was done is recorded in place of filing form and notices, and put away without a closing form', () => {
    as('officer', '2025-04-15 15:00')
      .given(...clear().events)
      .when(actAtOnce())
      .thenAmongOthers({
        type: 'ImmediateActionRecorded',
        data: { by: 'officer', actedAt: cn('2025-04-15 15:00'), rulebook: 'RB-2010' },
      });
    const journey = clear().does('officer', '2025-04-15 15:00', actAtOnce());
    expect(journey.state.phase).toBe('acted-at-once');
    expect(journey.clock('DL-NOTICE-R.RB-2010.1').status).toBe('cancelled');
    expect(journey.clock('DL-DISPOSE.RB-2010.1').status).toBe('met');
    expect(journey.does('officer', '2025-04-16', archive()).state.phase).toBe('archived');
  });

  it('G54: it may have been done before the acceptance was written down, not before the complaint came', () => {
    const { events } = clear();
    as('officer', '2025-04-15 15:00')
      .given(...events)
      .when(actAtOnce('2025-04-15 09:30'))
      .thenAmongOthers({ type: 'ImmediateActionRecorded', data: { actedAt: cn('2025-04-15 09:30') } });
    as('officer', '2025-04-15 15:00')
      .given(...events)
      .when(actAtOnce('2025-04-15 08:30'))
      .thenRefused('happened-too-early');
  });

  it('G54: not where the manual governs, nor when the case is filed already, nor by who has not the file', () => {
    as('officer', '2025-04-15 15:00')
      .given(...accepted(underManual('2025-04-15 09:00')).events)
      .when(actAtOnce())
      .thenRefused('immediate-action-not-in-rulebook', { rulebook: 'RB-MANUAL' });
    as('officer', '2025-04-17')
      .given(...new Journey().registered('2025-04-15').reviewed('2025-04-16').filed('2025-04-17').events)
      .when(actAtOnce())
      .thenRefused('action-not-in-this-phase');
    as('colleague', '2025-04-15 15:00')
      .given(...clear().events)
      .when(actAtOnce())
      .thenRefused('not-a-handler');
  });
});
