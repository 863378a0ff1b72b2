import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ProjectedEvent } from '#platform/projections';
import { Journey, cn } from '../../domain/fixture/complaint.js';
import type { ComplaintEvent } from '../../domain/index.js';
import { firingsProjection, type FiringsRow } from './firings.projection.js';

/** The rows of a case whose events were recorded at these moments. */
function rowsOf(events: readonly ComplaintEvent[], recordedAt: (index: number) => string) {
  const rows = new Map<string, FiringsRow>();
  events.forEach((event, revision) => {
    const meta = { recordedAt: recordedAt(revision) };
    const projected = { ...event, stream: 'complaint-c-1', revision, meta } as unknown as ProjectedEvent;
    for (const key of firingsProjection.touches(projected)) {
      const row = firingsProjection.fold(rows.get(key) ?? null, key, projected);
      if (row) rows.set(key, row);
    }
  });
  return rows;
}

const rowOf = (journey: Journey, clock: string, at = '2025-04-15') => {
  const found = [...rowsOf(journey.events, () => cn(at))].find(([key]) => key.startsWith(`c-1/${clock}`));
  if (!found) throw new Error(`no rings of ${clock}`);
  return found[1];
};

describe('the rings of a clock, as they were to be and as they were', () => {
  it('what rang and what was called off because the clock was met', () => {
    const silent = Journey.accepted('2025-04-15').notified('2025-04-15').ringsUntil('2025-05-10');
    expect(rowOf(silent, 'DL-REPLY').firings.map(({ rung, rang }) => [rung, rang])).toContainEqual([
      'due',
      true,
    ]);
    const answered = Journey.accepted('2025-04-15').notified('2025-04-15').replied('2025-04-16');
    const rings = rowOf(answered, 'DL-REPLY').firings;
    expect(rings.find(({ rung }) => rung === 'due')).toMatchObject({ calledOff: 'met' });
    expect(rings.every(({ rang }) => rang === undefined)).toBe(true);
  });

  it('a second ring of one moment would show', () => {
    const silent = Journey.accepted('2025-04-15').notified('2025-04-15').ringsUntil('2025-05-10');
    const missed = silent.events.findLast(({ type, data }) => type === 'ClockMissed' && 'clock' in data);
    const twice = rowsOf([...silent.events, missed as ComplaintEvent], () => cn('2025-05-10'));
    const extras = [...twice.values()].flatMap(({ firings }) => firings.map(({ extra = 0 }) => extra));
    expect(extras.filter((extra) => extra > 0)).toEqual([1]);
  });

  it('a record that comes after the moment says since when it was known', () => {
    const late = Journey.accepted('2025-04-15').notified('2025-04-15').ringsUntil('2025-05-10');
    const row = rowOf(late, 'DL-REPLY', '2025-06-01');
    const due = row.firings.find(({ rung }) => rung === 'due');
    expect(due && due.knownAt > due.at).toBe(true);
    expect([row.first_at, row.last_at]).toEqual([row.firings[0]?.at, due?.at]);
  });

  it('every ring of every clock is there once, however long the case is left alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), (days) => {
        const end = new Date(Date.parse(cn('2025-04-15')) + days * 86_400_000).toISOString().slice(0, 10);
        const journey = Journey.accepted('2025-04-15').notified('2025-04-15').ringsUntil(end);
        const rows = rowsOf(
          journey.events,
          (revision) => `2025-04-15T00:00:00.${String(revision).padStart(3, '0')}Z`,
        );
        for (const { firings } of rows.values()) {
          const names = firings.map(({ rung, revision }) => `${rung} ${revision}`);
          expect(new Set(names).size).toBe(names.length);
          for (const { rang, calledOff, endedAt, extra } of firings) {
            expect([rang ?? false, calledOff ?? null].filter(Boolean)).toHaveLength(endedAt ? 1 : 0);
            expect(extra).toBeUndefined();
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
