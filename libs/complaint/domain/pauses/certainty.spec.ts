import { describe, expect, it } from '@jest/globals';
import { SHIPPED } from '#rulebook';
import { Journey } from '../fixture/complaint.js';

/** Its rule is known well enough, that an appraisal stops it is known second-hand only. */
const LAW = 'DL-DISPOSE.RB-2010.1';
const MEDIATE = 'DL-MEDIATE.RB-MANUAL.1';

const filed = () => new Journey().registered('2025-04-15').reviewed('2025-04-16').filed('2025-04-17');

describe('how sure a date is that a pause has moved', () => {
  it('G55: a date that rests on the pause is as unsure as the pause: while it stands still, and when it runs again', () => {
    const journey = filed();
    expect(journey.clock(LAW).verification).toBe('design');
    expect(journey.appraised('2025-05-06').clock(LAW).verification).toBe('unverified');
    expect(journey.reported('2025-05-16').clock(LAW).verification).toBe('unverified');
    expect(journey.all('ClockPaused')[0]?.data).toMatchObject({ clock: LAW, verification: 'unverified' });
    expect(journey.all('ClockResumed')[0]?.data).not.toHaveProperty('verification');
    expect(journey.clock(MEDIATE).verification).toBe(filed().clock(MEDIATE).verification);
  });

  it('G55: recorded late, or ended on the day on which it began, the date is as sure as what it rests on', () => {
    const late = filed().appraised('2025-05-06', '2025-05-20').reported('2025-05-16', '2025-05-21');
    expect(late.clock(LAW)).toMatchObject({ dueOn: '2025-06-26', verification: 'unverified' });
    const none = filed().appraised('2025-05-06').reported('2025-05-06');
    expect(none.clock(LAW)).toMatchObject({ dueOn: '2025-06-16', verification: 'design' });
    expect(none.all('ClockResumed')[0]?.data).toMatchObject({ clock: LAW, verification: 'design' });
  });

  it('a later version of the rulebook makes a clock that was started before it no surer', () => {
    const started = filed().appraised('2025-05-06').events;
    const later = (id: string) => {
      const shipped = SHIPPED.byId(id);
      const terms = shipped.terms.map((term) =>
        term.code === 'DL-DISPOSE' ? { ...term, verification: 'published' as const, marks: {} } : term,
      );
      return id === 'RB-2010' ? { ...shipped, version: shipped.version + 1, terms } : shipped;
    };
    const journey = new Journey(later);
    journey.happened(...started);
    expect(journey.reported('2025-05-16').clock(LAW).verification).toBe('unverified');
  });
});
