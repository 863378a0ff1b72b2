import { describe, expect, it } from '@jest/globals';
import type { Instant } from '#kernel';
import { cn, contextAt as contextOf, Journey, type Person } from '../fixture/complaint.js';
import { DiligentOffice } from '../fixture/diligent-office.js';
import { livelyBook } from '../fixture/lively-book.js';
import { modelRun } from '../fixture/model-run.js';
import { PlayedCase } from '../fixture/playing.js';
import { complaintDecider } from './decider.js';

const BOOK = livelyBook('2025-01-01', 36);
const contextAt = (now: Instant, by: Person) => contextOf(now, by, undefined, BOOK);
/** One way to the end is enough; a path that lost itself is no proof that there is none. */
const PATHS = 5;

/** From wherever random people have left the case, others carry it on. */
function canEnd({ history, state }: PlayedCase, now: Instant, decider = complaintDecider): boolean {
  if (state.phase === 'unregistered') return true;
  return Array.from({ length: PATHS }, (_, seed) => seed).some((seed) =>
    new DiligentOffice(seed, contextAt).finishes(new PlayedCase(decider, history), now),
  );
}

describe('a case can still reach its end', () => {
  it('procedure 1.7, G38: whatever was done so far, those who go on with it can lawfully bring it to the archive', () => {
    const from = new Set<string>();
    const atTheEnd = (played: PlayedCase, now: Instant) => {
      const { phase } = played.state;
      from.add(phase);
      expect({ phase, ends: canEnd(played, now) }).toEqual({ phase, ends: true });
    };
    modelRun({ runs: 150, turns: 90, contextOf: contextAt, invariants: [], atTheEnd });
    expect(from.size).toBeGreaterThan(20);
  });

  it('a rule that let nobody close a case would be found', () => {
    const nobodyCloses: typeof complaintDecider = {
      ...complaintDecider,
      decide: (command, state, context) =>
        command.type === 'ArchiveCase' ? [] : complaintDecider.decide(command, state, context),
    };
    const { events } = new Journey().registered('2025-04-01');
    const played = new PlayedCase(complaintDecider, events);
    expect(canEnd(played, cn('2025-04-01'), nobodyCloses)).toBe(false);
  });
});
