import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { ProjectedEvent } from '#platform/projections';
import { TIMER_ENDS, type TimerChange, timersProjection, type TimersRow } from './timers-projection.js';

const AT = '2026-11-26T01:00:00.000Z';
const { fold, touches } = timersProjection({
  version: 1,
  categories: ['case'],
  timersOf: ({ data }) => data['changes'] as unknown as readonly TimerChange[],
});

function event(...changes: readonly TimerChange[]): ProjectedEvent {
  return {
    stream: 'case-1',
    type: 'Changed',
    data: { changes },
    meta: { recordedAt: AT },
  } as unknown as ProjectedEvent;
}
const set = (kind: string, fireAt: string, revision = 0, clock = 'reply'): TimerChange => ({
  ...{ op: 'set', clock, kind, revision, fireAt },
});
const end = (kind: string, revision?: number): TimerChange => ({
  ...{ op: 'end', clock: 'reply', kind, end: 'fired' },
  ...(revision === undefined ? {} : { revision }),
});
const after = (...events: readonly ProjectedEvent[]): TimersRow | null =>
  events.reduce<TimersRow | null>((row, one) => fold(row, 'reply', one), null);

describe('the timers of a clock, in one row', () => {
  const three = event(set('red', '2026-12-02'), set('yellow', '2026-12-01'), set('due', '2026-12-03'));

  it('says when the first of them comes due, and goes on to the next when that has fired', () => {
    expect(after(three)).toMatchObject({ next_at: '2026-12-01', pending: 3, stream: 'case-1' });
    expect(after(three, event(end('yellow')))).toMatchObject({ next_at: '2026-12-02', pending: 2 });
    expect(after(three, event(end('yellow'), end('red'), end('due')))).toMatchObject({
      next_at: null,
      pending: 0,
    });
  });

  it('sets anew what has a higher revision, and leaves what has not', () => {
    const moved = after(three, event(set('due', '2026-11-30', 1)));
    expect(moved).toMatchObject({ next_at: '2026-11-30', pending: 3 });
    const stale = after(three, event(set('due', '2026-11-30', 1)), event(set('due', '2026-11-01', 1)));
    expect(stale).toEqual(moved);
  });

  it('ends the revision that is meant only, and what has ended stays as it ended', () => {
    expect(after(three, event(end('yellow', 1)))).toEqual(after(three));
    const fired = after(three, event(end('yellow', 0)));
    expect(after(three, event(end('yellow', 0)), event(end('yellow')))).toEqual(fired);
    expect(fired?.timers).toContainEqual({
      ...{ kind: 'yellow', revision: 0, fireAt: '2026-12-01', state: 'fired', endedAt: AT },
    });
  });

  it('leaves the row itself alone where nothing of it changes', () => {
    const row = after(three);
    expect(fold(row, 'reply', event(end('yellow', 7)))).toBe(row);
    expect(touches(event(set('due', '2026-12-03', 0, 'a'), set('red', '2026-12-03', 0, 'a')))).toEqual(['a']);
    expect(fold(null, 'reply', event(end('yellow')))).toBeNull();
    expect(touches(event())).toEqual([]);
  });

  it('next_at and pending are always those of the timers', () => {
    const change = fc.oneof(
      fc.record({
        op: fc.constant('set' as const),
        clock: fc.constant('reply'),
        kind: fc.constantFrom('yellow', 'red', 'due'),
        revision: fc.nat(5),
        fireAt: fc.constantFrom('2026-12-01', '2026-12-02', '2026-12-03'),
      }),
      fc.record(
        {
          op: fc.constant('end' as const),
          clock: fc.constant('reply'),
          kind: fc.constantFrom('yellow', 'red', 'due'),
          end: fc.constantFrom(...TIMER_ENDS),
          revision: fc.nat(5),
        },
        { requiredKeys: ['op', 'clock', 'kind', 'end'] },
      ),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1 }), (changes) => {
        const row = after(
          event(set('first', '2026-12-02')),
          ...changes.map((one) => event(one as TimerChange)),
        );
        const pending = (row?.timers ?? []).filter(({ state }) => state === 'pending');
        expect(row?.pending).toBe(pending.length);
        expect(row?.next_at).toBe(pending.map(({ fireAt }) => fireAt).toSorted()[0] ?? null);
      }),
    );
  });
});
