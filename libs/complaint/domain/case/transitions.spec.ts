import { describe, expect, it } from '@jest/globals';
import { PHASES } from './state.js';
import { ENDS, TRANSITIONS, checkTransitions } from './transitions.js';

describe('the table of what may be done in which phase', () => {
  it('every phase can be reached, and from each a way leads to the archive', () => {
    expect(() => checkTransitions()).not.toThrow();
  });

  it('says so when a phase cannot be reached', () => {
    const { RecordTransferResult: _, CloseTransfer: __, NoteReport: ___, ...rest } = TRANSITIONS;
    expect(() => checkTransitions(rest)).toThrow('phases that nothing leads to: transfer-concluded');
  });

  it('says so when a case would be stuck: that its time runs out is no way on', () => {
    const stuck = {
      ...TRANSITIONS,
      ReceiveSupplement: { ...TRANSITIONS.ReceiveSupplement, to: ['same'] as const },
    };
    expect(() => checkTransitions(stuck)).toThrow('awaiting-supplement');
  });

  it('says so when only others could end a case: that it may be withdrawn or revoked is no way on', () => {
    const { RecordReply: _, RingClock: __, ...rest } = TRANSITIONS;
    const { RecordService: serve, RecordOralNotice: tell } = TRANSITIONS;
    const stuck = {
      ...rest,
      RecordService: { ...serve, to: { ...serve.to, filed: ['same', 'awaiting-reply'] as const } },
      RecordOralNotice: { ...tell, to: { ...tell.to, filed: ['same', 'awaiting-reply'] as const } },
      CheckSettlement: { ...TRANSITIONS.CheckSettlement, to: ['same'] as const },
    };
    expect(() => checkTransitions(stuck)).toThrow('awaiting-reply');
  });

  it('says so when an end goes on: only a reopening leads out of the archive', () => {
    const open = { ...TRANSITIONS, AssignHandlers: { from: PHASES, to: ['filed'] as const } };
    expect(() => checkTransitions(open)).toThrow('ends that go on: archived');
  });

  it('a case comes to rest in the archive', () => {
    expect(ENDS).toEqual(['archived']);
  });
});
