import { describe, expect, it } from '@jest/globals';
import { Journey, cn, sealedFor } from '../fixture/complaint.js';
import { timersOf } from './timers-of.js';

const REVIEW = 'DL-REVIEW.RB-MANUAL.1';
const ends = (journey: Journey, from: number) =>
  journey.events
    .slice(from)
    .flatMap((event) => timersOf(event))
    .map((effect) =>
      effect.op === 'end'
        ? [effect.clock, effect.rung, effect.end]
        : [effect.clock, effect.rung, 'set', effect.revision],
    );

describe('the timers of a case, read off its events', () => {
  it('are set when a clock starts', () => {
    expect(ends(new Journey().registered('2025-04-15'), 0).filter(([clock]) => clock === REVIEW)).toEqual([
      [REVIEW, 'yellow', 'set', 0],
      [REVIEW, 'red', 'set', 0],
      [REVIEW, 'due', 'set', 0],
    ]);
  });

  it('end as fired when they rang, the others of a missed clock as superseded', () => {
    const journey = new Journey().registered('2025-04-15');
    const from = journey.events.length;
    journey.ring(REVIEW, 'yellow', '2025-04-16').ring(REVIEW, 'due', '2025-04-18');
    expect(ends(journey, from)).toEqual([
      [REVIEW, 'yellow', 'fired'],
      [REVIEW, 'red', 'superseded'],
      [REVIEW, 'due', 'fired'],
    ]);
  });

  it('end as cancelled when the clock is met or the case ends', () => {
    const journey = new Journey().registered('2025-04-15');
    const from = journey.events.length;
    journey.reviewed('2025-04-16 09:00');
    expect(ends(journey, from).filter(([clock]) => clock === REVIEW)).toEqual([
      [REVIEW, 'yellow', 'cancelled'],
      [REVIEW, 'red', 'cancelled'],
      [REVIEW, 'due', 'cancelled'],
    ]);
  });

  it('are superseded when the clock stands still, and set anew with the next revision', () => {
    const journey = new Journey().registered('2025-04-15').underReview('2025-04-15');
    const from = journey.events.length;
    journey.does('registrar', '2025-04-15', {
      type: 'RequestSupplement',
      data: { items: ['evidence'], note: sealedFor('note') },
    });
    journey.does('registrar', '2025-04-17', { type: 'ReceiveSupplement', data: { items: ['evidence'] } });
    expect(ends(journey, from).filter(([clock]) => clock === REVIEW)).toEqual([
      [REVIEW, 'yellow', 'superseded'],
      [REVIEW, 'red', 'superseded'],
      [REVIEW, 'due', 'superseded'],
      [REVIEW, 'yellow', 'set', 2],
      [REVIEW, 'red', 'set', 2],
      [REVIEW, 'due', 'set', 2],
    ]);
    const resumed = journey.all('ClockResumed')[0];
    expect(resumed && timersOf(resumed).at(-1)).toMatchObject({ fireAt: cn('2025-04-19 00:00') });
  });
});
