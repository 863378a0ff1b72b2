import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import type { CommandOf } from '../case/commands.js';
import { Journey, cn, contextAt, sealedFor } from '../fixture/complaint.js';
import { likenessOf, type Traits } from './likeness.js';

const as = (now: string) => specify(complaintDecider, contextAt(cn(now), 'registrar'));
const LIKENESS = { score: 65, parts: [{ trait: 'phone', points: 30, of: 30 }] } as const;
const link = (change: Partial<CommandOf<'LinkComplaint'>['data']> = {}) => ({
  type: 'LinkComplaint' as const,
  data: {
    ...{ linkId: 'link-1', kind: 'duplicate' as const, to: 'c-2', reason: sealedFor('reason') },
    found: { toNumber: '云旅诉〔2025〕2号', likeness: LIKENESS },
    ...change,
  },
});
const unlink = (linkId = 'link-1') => ({
  type: 'UnlinkComplaint' as const,
  data: { linkId, reason: sealedFor('ended') },
});
const received = () => new Journey().registered('2025-04-15');
const linked = () => received().does('registrar', '2025-04-16', link());

describe('complaints that belong together', () => {
  it('a link keeps how alike they were, and touches neither phase nor clock', () => {
    const before = received().state;
    const { state } = linked();
    expect(state.links).toMatchObject([{ linkId: 'link-1', to: 'c-2', likeness: LIKENESS, by: 'registrar' }]);
    expect([state.phase, state.clocks]).toEqual([before.phase, before.clocks]);
  });

  it('two complaints are linked once, and none to itself', () => {
    as('2025-04-17')
      .given(...linked().events)
      .when(link({ linkId: 'link-2' }))
      .thenRefused('link-exists-already');
    as('2025-04-17')
      .given(...received().events)
      .when(link({ to: 'c-1' }))
      .thenRefused('link-to-itself');
    as('2025-04-17')
      .given(...linked().events)
      .when(link({ linkId: 'link-3', to: 'c-3', found: undefined }))
      .thenRefused('linked-complaint-not-found', { to: 'c-3' });
    as('2025-04-17')
      .given(...linked().events)
      .when(link())
      .thenNothing();
  });

  it('many at once (串案): all or none, each once, those that are linked already stay as they are', () => {
    const found = { toNumber: '云旅诉〔2025〕3号', likeness: LIKENESS };
    const group = (...to: readonly string[]) => ({
      type: 'LinkComplaints' as const,
      data: {
        kind: 'same-matter' as const,
        reason: sealedFor('reason'),
        links: to.map((id) => ({ linkId: `to ${id}`, to: id, ...(id === 'nowhere' ? {} : { found }) })),
      },
    });
    as('2025-04-17')
      .given(...linked().events)
      .when(group('c-2', 'c-3', 'c-4', 'c-3'))
      .then(
        { type: 'ComplaintLinked', data: { to: 'c-3', kind: 'same-matter' } },
        { type: 'ComplaintLinked', data: { to: 'c-4' } },
      );
    as('2025-04-17')
      .given(...linked().events)
      .when(group('c-3', 'nowhere'))
      .thenRefused('linked-complaint-not-found');
    as('2025-04-17')
      .given(...linked().events)
      .when(group('c-2'))
      .thenNothing();
  });

  it('a link is undone with its reason, stays on file, and can be made again', () => {
    const parted = linked().does('registrar', '2025-04-17', unlink());
    expect(parted.state.links).toMatchObject([{ linkId: 'link-1', ended: { by: 'registrar' } }]);
    as('2025-04-18')
      .given(...parted.events)
      .when(unlink())
      .thenNothing();
    as('2025-04-18')
      .given(...parted.events)
      .when(unlink('link-9'))
      .thenRefused('link-not-found');
    expect(parted.does('registrar', '2025-04-18', link({ linkId: 'link-2' })).state.links).toHaveLength(2);
  });

  it('whatever else happens, a linked case goes the same way under the same clocks', () => {
    const alone = received().reviewed('2025-04-16').ringsUntil('2025-05-30').state;
    const together = linked().reviewed('2025-04-16').ringsUntil('2025-05-30').state;
    expect([together.phase, together.clocks]).toEqual([alone.phase, alone.clocks]);
  });
});

describe('how alike two complaints are', () => {
  const C08: Traits = {
    phones: ['13900010008'],
    names: ['胡景行'],
    respondent: '云海翠缘珠宝有限公司',
    claims: ['fake-goods'],
    receivedAt: cn('2026-11-09'),
  };

  it('the same jade pendant, complained of by phone and again online: all but the contract, each point explained', () => {
    const { score, parts } = likenessOf(C08, {
      ...C08,
      receivedAt: cn('2026-11-10'),
      phones: ['+86 139 0001 0008'],
    });
    expect(score).toBe(80);
    expect(parts.filter(({ points }) => points === 0)).toEqual([{ trait: 'contract', points: 0, of: 20 }]);
  });

  it('another customer of the same shop has little in common', () => {
    const other = { ...C08, phones: ['13900010001'], names: ['陈嘉宁'] };
    expect(likenessOf(C08, other).score).toBe(35);
    expect(likenessOf(C08, { ...other, respondent: '别家', receivedAt: cn('2025-11-09') }).score).toBe(10);
  });

  it('one operator is one, however it is written; of two licences they say it', () => {
    const against = (change: Partial<Traits>) => likenessOf(C08, { ...C08, ...change }).score;
    expect(against({ respondent: '云海翠缘珠宝 有限责任公司' })).toBe(against({}));
    expect(likenessOf({ ...C08, licence: 'L-1' }, { ...C08, licence: 'L-2' }).score).toBe(against({}) - 20);
    expect(likenessOf({ ...C08, licence: 'L-1' }, { ...C08, respondent: '别家', licence: 'l1' }).score).toBe(
      against({}),
    );
  });

  it('it adds up, lies within 0 and 100, and is the same from either side', () => {
    const text = fc.constantFrom('', 'a', 'b');
    const traits = fc.record({
      phones: fc.array(fc.constantFrom('', '1', '22', '13900010008'), { maxLength: 3 }),
      names: fc.array(text, { maxLength: 3 }),
      respondent: text,
      licence: fc.option(text, { nil: undefined }),
      contract: fc.option(text, { nil: undefined }),
      claims: fc.array(text, { maxLength: 3 }),
      receivedAt: fc.constantFrom(cn('2025-01-01'), cn('2025-02-01'), cn('2025-09-01')),
    });
    fc.assert(
      fc.property(traits, traits, (one, other) => {
        const { score, parts } = likenessOf(one, other);
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(parts.reduce((sum, part) => sum + part.of, 0)).toBe(100);
        expect(parts.every(({ points, of }) => points === 0 || points === of)).toBe(true);
        expect(likenessOf(other, one)).toEqual({ score, parts });
      }),
    );
  });
});
