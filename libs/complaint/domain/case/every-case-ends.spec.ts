import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '#kernel';
import { contextAt as contextOf, type Person } from '../fixture/complaint.js';
import { DiligentOffice } from '../fixture/diligent-office.js';
import { livelyBook } from '../fixture/lively-book.js';
import { play, PlayedCase } from '../fixture/playing.js';
import { randomJourney } from '../fixture/random-journey.js';
import { complaintDecider } from './decider.js';
import type { Complaint } from './state.js';

const BOOK = livelyBook('2025-01-01', 36);
const contextAt = (now: Instant, by: Person) => contextOf(now, by, undefined, BOOK);
/** One way to the end is enough; a path that lost itself is no proof that there is none. */
const PATHS = 5;

/** Random people first; from wherever they leave the case, others carry it on. */
function canEnd(
  journey: Parameters<typeof play>[0],
  decider: typeof complaintDecider,
): { readonly phase: Complaint['phase']; readonly ends: boolean } {
  let now = journey.begins;
  let phase: Complaint['phase'] = 'unregistered';
  const history = play(
    journey,
    (step) =>
      ({
        now,
        after: { phase },
      } = step),
    contextAt,
  );
  if (phase === 'unregistered') return { phase, ends: true };
  const ends = Array.from({ length: PATHS }, (_, seed) => seed).some((seed) =>
    new DiligentOffice(seed, contextAt).finishes(new PlayedCase(decider, history), now),
  );
  return { phase, ends };
}

describe('a case can still reach its end', () => {
  it('procedure 1.7, G38: whatever was done so far, those who go on with it can lawfully bring it to the archive', () => {
    const from = new Set<string>();
    fc.assert(
      fc.property(randomJourney(45), (journey) => {
        const { phase, ends } = canEnd(journey, complaintDecider);
        from.add(phase);
        expect({ phase, ends }).toEqual({ phase, ends: true });
      }),
      { numRuns: 150 },
    );
    expect(from.size).toBeGreaterThan(20);
  });

  it('a rule that let nobody close a case would be found', () => {
    const nobodyCloses: typeof complaintDecider = {
      ...complaintDecider,
      decide: (command, state, context) =>
        command.type === 'ArchiveCase' ? [] : complaintDecider.decide(command, state, context),
    };
    const [journey] = fc.sample(randomJourney(20), { numRuns: 1, seed: 4 });
    if (!journey) throw new Error('no journey');
    expect(canEnd(journey, nobodyCloses).ends).toBe(false);
  });
});
