import { describe, expect, it } from '@jest/globals';
import type { ProjectedEvent } from '#platform/projections';
import golden from '../../domain/golden/events-v1.json' with { type: 'json' };
import { workListProjection, type WorkRow } from './work-list.projection.js';

interface History {
  readonly name: string;
  readonly events: readonly { readonly type: string; readonly data: unknown }[];
}

/** The row after every event of a stored history. */
function rowsOf(name: string): WorkRow[] {
  const history = (golden as unknown as readonly History[]).find((one) => one.name === name);
  let row: WorkRow | null = null;
  return (history?.events ?? []).map((event, revision) => {
    const projected = { ...event, stream: 'complaint-c-1', revision } as unknown as ProjectedEvent;
    row = workListProjection.fold(row, 'c-1', projected);
    if (!row) throw new Error('a case has lost its row');
    return row;
  });
}

describe('the work list', () => {
  it('shows the open clocks of a case, the earliest due first, with its phase', () => {
    for (const { open_clocks: clocks, urgent_at, open, overdue } of rowsOf('silent')) {
      expect(clocks.map(({ dueAt }) => dueAt)).toEqual(clocks.map(({ dueAt }) => dueAt).toSorted());
      expect(open).toBe(clocks.length > 0);
      expect(overdue).toBe(clocks.filter(({ status }) => status === 'missed').length);
      const urgent = clocks.find(({ status }) => status !== 'paused');
      expect(urgent_at).toBe(urgent?.dueAt ?? '9999-12-31T00:00:00.000Z');
    }
    expect(rowsOf('silent').at(-1)?.phase).toBe('under-investigation');
  });

  it('G19: silence that was noted is not work left over', () => {
    const codes = rowsOf('silent')
      .at(-1)
      ?.open_clocks.map(({ code }) => code);
    expect(codes).not.toContain('DL-REPLY');
    expect(codes).not.toEqual([]);
  });

  it.each(['rejected', 'transferred', 'referred'])('a %s case leaves it at its end', (name) => {
    const rows = rowsOf(name);
    expect(rows.some(({ open }) => open)).toBe(true);
    expect(rows.at(-1)).toMatchObject({ open: false, open_clocks: [], overdue: 0 });
  });
});
