import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { beginningOf } from '../fixture/beginnings.js';
import {
  closedByFormAndApproval,
  destroyedByTwo,
  endsLeaveNoClock,
  returnedToWhereItWas,
  watching,
  type Invariant,
} from '../fixture/invariants/index.js';
import { play } from '../fixture/playing.js';
import { randomJourney } from '../fixture/random-journey.js';

/** An invariant of random cases from everywhere along the way. */
function always(invariant: Invariant): void {
  fc.assert(
    fc.property(randomJourney(25), (journey) => {
      const { events } = beginningOf(journey.before, journey.begins);
      play(journey, watching([invariant], events));
    }),
    { numRuns: 200 },
  );
}

describe('whatever comes: how cases end', () => {
  it('G37, G38: no case is closed without a form and the approval of another than its author', () => {
    always(closedByFormAndApproval);
  });

  it('G37: a returned form leads back to exactly the phase that it came from', () => {
    always(returnedToWhereItWas);
  });

  it('no term but that of a call runs in a case that has ended, none in one that is archived', () => {
    always(endsLeaveNoClock);
  });

  it('A16: two people for a destruction, and nothing after its approval but its completion', () => {
    always(destroyedByTwo);
  });
});
