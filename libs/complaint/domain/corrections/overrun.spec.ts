import { describe, expect, it } from '@jest/globals';
import { SHIPPED, type Rulebook } from '#rulebook';
import { cn, Journey } from '../fixture/complaint.js';
import { correct } from '../fixture/correcting.js';
import { withdraw } from '../fixture/endings.js';

/** The law of 2010 with a decision due in so many working days after the receipt; the manual's own chain takes 4 to 9. */
const lawOf =
  (amount: number) =>
  (id: string): Rulebook => {
    const shipped = SHIPPED.byId(id);
    const terms = shipped.terms.map((term) => (term.code === 'DL-ACCEPT' ? { ...term, amount } : term));
    return id === 'RB-2010' ? { ...shipped, terms } : shipped;
  };
/** The ways of deciding that were said to end too late, or that none does any more. */
const since = (journey: Journey, count: number): string[] =>
  journey.events.slice(count).flatMap((event) => {
    if (event.type === 'ChainOverrunAverted') return ['averted'];
    return event.type === 'ChainOverrunForeseen'
      ? [event.data.paths.map(({ decision }) => decision).join(' ')]
      : [];
  });
const received = (journey: Journey, on: string, receivedAt: string) => {
  const before = journey.events.length;
  correct(journey, on, 'ComplaintRegistered', { receivedAt: cn(receivedAt) });
  return since(journey, before);
};

describe('the warning that the sum of the stages overruns the law', () => {
  // Registered on Thu 2025-04-17; the manual's ways to a decision end on 04-23 (accept), 04-27 and later (others).
  it('H17, A01: is said anew when the receipt was earlier than recorded', () => {
    const journey = new Journey().registered('2025-04-17', {}, '2025-04-17');
    expect(since(journey, 0)).toEqual(['reject transfer']);
    expect(received(journey, '2025-04-18', '2025-04-15')).toEqual(['accept refer-down reject transfer']);
    expect(journey.all('ChainOverrunForeseen').at(-1)?.data.statutoryEndsOn).toBe('2025-04-22');
  });

  it('H17, A01: is taken back when the receipt was later than recorded, and the chain ends in time', () => {
    const journey = new Journey(lawOf(10)).registered('2025-04-11', {}, '2025-04-17');
    expect(since(journey, 0)).toHaveLength(1);
    expect(received(journey, '2025-04-18', '2025-04-17 09:00')).toEqual(['averted']);
    expect(journey.all('ChainOverrunAverted')[0]?.data).toEqual({
      correctionId: journey.state.corrections?.[0]?.correctionId,
    });
  });

  it('H17: is left as it is where nothing of it changes, and where the chain is over', () => {
    const same = new Journey(lawOf(1)).registered('2025-04-17 09:00', {}, '2025-04-17 12:00');
    expect(since(same, 0)).toHaveLength(1);
    expect(received(same, '2025-04-18', '2025-04-17 10:00')).toEqual([]);
    const decided = new Journey().registered('2025-04-17').reviewed('2025-04-17').filed('2025-04-17');
    expect(received(decided, '2025-04-18', '2025-04-15')).toEqual([]);
    const over = new Journey().registered('2025-04-17').does('registrar', '2025-04-17', withdraw());
    expect(received(over, '2025-04-18', '2025-04-15')).toEqual([]);
  });
});
