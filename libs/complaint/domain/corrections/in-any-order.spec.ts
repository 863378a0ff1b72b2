import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Instant } from '#kernel';
import { cn, FULL_REPLY, Journey } from '../fixture/complaint.js';
import { correct } from '../fixture/correcting.js';
import type { CorrectableRecord, CorrectedFields } from './facts.js';

/** What may be said wrongly of one case, in days from its receipt. */
interface Facts {
  readonly received: number;
  readonly served: number;
  readonly replied: number;
  readonly from: number;
  readonly until: number;
}

const RECEIVED = '2025-04-15';
const day = (after: number) => addDays(RECEIVED, after);
/** When all of it is recorded: some of the terms have run out. */
const LATER = day(45);
const facts: fc.Arbitrary<Facts> = fc.record({
  received: fc.integer({ min: -8, max: 0 }),
  served: fc.integer({ min: 2, max: 9 }),
  replied: fc.integer({ min: 10, max: 30 }),
  from: fc.integer({ min: 8, max: 20 }),
  until: fc.integer({ min: 21, max: 30 }),
});

/** Everything that happened is recorded on one day, weeks later. */
function recorded({ received, served, replied, from, until }: Facts): Journey {
  return new Journey()
    .registered(day(received), {}, RECEIVED)
    .reviewed(day(0), {}, day(received))
    .filed(day(1))
    .issued('D04', day(1))
    .issued('D05', day(1))
    .served('D04', day(1))
    .served('D05', day(served), {}, LATER)
    .appraised(day(from), LATER)
    .reported(day(until), LATER)
    .replied(day(replied), FULL_REPLY, LATER);
}

/** What is told of each clock in the end. */
function clocksOf(journey: Journey) {
  return journey.state.clocks
    .map(({ clock, status, startAt, dueOn, metAt, timelyAt, missedAt, pausedOver, open }) => ({
      ...{ clock, status, startAt, dueOn, metAt, timelyAt, missedAt, pausedOver, open: open.toSorted() },
    }))
    .toSorted((a, b) => a.clock.localeCompare(b.clock));
}

describe('corrections in whatever order (H17, deadlines 4)', () => {
  it('lead to the clocks that would stand had it been recorded rightly at first', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    fc.assert(
      fc.property(facts, facts, order, fc.boolean(), (wrong, right, turns, rings) => {
        const ring = (journey: Journey) => (rings ? journey.ringsUntil(LATER) : journey);
        const rightly = ring(recorded(right));
        const journey = ring(recorded(wrong));
        const iso = (after: number): Instant => cn(day(after));
        const all: readonly (readonly [CorrectableRecord, CorrectedFields, string?])[] = [
          ['ComplaintRegistered', { receivedAt: iso(right.received) }],
          ['DocumentServed', { servedAt: iso(right.served) }, 'D05'],
          ['RespondentReplied', { receivedAt: iso(right.replied) }],
          ['CasePaused', { startedAt: iso(right.from) }],
          ['CaseResumed', { endedAt: iso(right.until) }],
        ];
        for (const turn of turns) {
          const [record, is, about] = all[turn]!;
          correct(journey, LATER, record, is, about === undefined ? {} : { about });
        }
        expect(clocksOf(ring(journey))).toEqual(clocksOf(rightly));
        const late = (of: Journey) => 'reply' in of.state && of.state.reply?.late;
        expect(late(journey)).toBe(late(rightly));
      }),
      { numRuns: 300 },
    );
  });
});
