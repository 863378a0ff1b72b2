import { describe, expect, it } from '@jest/globals';
import { PHASES } from './state.js';
import { ENDS, TRANSITIONS, checkTransitions } from './transitions.js';

describe('the table of what may be done in which phase', () => {
  it('every phase can be reached, and each but the ends has a way on', () => {
    expect(() => checkTransitions()).not.toThrow();
  });

  it('says so when a phase cannot be reached', () => {
    const { RecordTransferResult: _, ...rest } = TRANSITIONS;
    expect(() => checkTransitions(rest)).toThrow('phases that nothing leads to: transfer-concluded');
  });

  it('says so when a case would be stuck: that its time runs out is no way on', () => {
    const stuck = {
      ...TRANSITIONS,
      ReceiveSupplement: { ...TRANSITIONS.ReceiveSupplement, to: ['same'] as const },
    };
    expect(() => checkTransitions(stuck)).toThrow('awaiting-supplement');
  });

  it('says so when an end goes on', () => {
    const open = { ...TRANSITIONS, AssignHandlers: { from: PHASES, to: ['filed'] as const } };
    expect(() => checkTransitions(open)).toThrow(
      /ends that go on: agreed, settled, ruled, terminated, deposit-decided, rejection-served/,
    );
  });

  it('the ends of this part of the procedure', () => {
    expect(ENDS).toEqual([
      'rejection-served',
      'transfer-concluded',
      'referral-concluded',
      'agreed',
      'settled',
      'ruled',
      'terminated',
      'deposit-decided',
    ]);
  });
});
