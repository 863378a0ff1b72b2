import { describe, expect, it } from '@jest/globals';
import { checkTransitions, ENDS, TRANSITIONS } from './transitions.js';

describe('the table of what may be done in which phase', () => {
  it('every phase can be reached, and each but the end has a way on', () => {
    expect(() => checkTransitions()).not.toThrow();
    expect(ENDS).toEqual(['destroyed']);
  });

  it('says so when a phase cannot be reached, or a complaint would be stuck', () => {
    const { ApproveDestruction: _, ...rest } = TRANSITIONS;
    expect(() => checkTransitions(rest)).toThrow('phases that nothing leads to: destroyed');
    const stuck = { ...TRANSITIONS, ReceiveSupplement: { from: ['items-awaited'], to: ['same'] } as const };
    const { NotifyAcceptance } = TRANSITIONS;
    expect(() =>
      checkTransitions({ ...stuck, NotifyAcceptance: { ...NotifyAcceptance, from: ['received'] } }),
    ).toThrow('phases with no way to an end: items-awaited');
  });
});
