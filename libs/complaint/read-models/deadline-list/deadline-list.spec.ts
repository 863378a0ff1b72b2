import { describe, expect, it } from '@jest/globals';
import type { ProjectedEvent } from '#platform/projections';
import { SHIPPED, type Rulebook, type TermRule } from '#rulebook';
import { cn, Journey, sealedFor } from '../../domain/fixture/complaint.js';
import { deadlineListProjection, waitsSince, type DeadlineRow } from './deadline-list.projection.js';

const DAY = '2026-03-02';
const TERM = 'DL-DISPOSE.RB-MANUAL.1';

/** The row of the term of disposal after a course of events. */
function rowOf(journey: Journey): DeadlineRow {
  const key = `c-1/${TERM}`;
  const row = journey.events.reduce<DeadlineRow | null>((before, event, revision) => {
    const projected = { ...event, stream: 'complaint-c-1', revision, meta: {} } as unknown as ProjectedEvent;
    const touches = deadlineListProjection.touches(projected).includes(key);
    return touches ? deadlineListProjection.fold(before, key, projected) : before;
  }, null);
  if (!row) throw new Error(`no row of ${TERM}`);
  return row;
}

/** The manual of an office whose term of disposal stands still during an appraisal. */
const manual = (id: string): Rulebook => {
  const { terms, ...rest } = SHIPPED.byId(id);
  const isTerm = ({ code }: TermRule) => id === 'RB-MANUAL' && code === 'DL-DISPOSE';
  return {
    ...rest,
    terms: terms.map((term) => (isTerm(term) ? { ...term, pauses: ['expert-appraisal'] } : term)),
  };
};

/** Accepted on 2 March 2026, due on 1 June; more time asked of the superior office on 20 May. */
const asked = () =>
  new Journey(manual)
    .registered(DAY)
    .reviewed(DAY, { limitation: [{ claim: 0, class: 'deposit', startedOn: DAY }] })
    .decided(DAY, { outcome: 'accept', file: true })
    .withHandlers(DAY, 'officer', 'colleague')
    .does('officer', '2026-05-20', {
      type: 'RequestExtension',
      data: { extensionId: 'extension-1', clock: TERM, days: 30, reason: sealedFor('reason') },
    });
const answered = (granted: boolean, at: string, decidedAt = at) =>
  asked()
    .ringsUntil(at)
    .does('superior', at, {
      type: 'AnswerExtension',
      data: { extensionId: 'extension-1', granted, decidedAt: cn(decidedAt) },
    });

describe('a term on the list of deadlines', () => {
  it('A11: waits for the superior from the request to the answer', () => {
    expect(waitsSince(rowOf(asked()))).toBe(cn('2026-05-20'));
    expect(rowOf(asked()).supervised).toBe(true);
    for (const granted of [true, false]) {
      const row = rowOf(answered(granted, '2026-05-25'));
      expect([waitsSince(row), row.supervised]).toEqual([null, false]);
    }
  });

  it('A11: once the term is over its request waits for nobody; should it prove to run, it waits again', () => {
    const journey = asked().ringsUntil('2026-06-02');
    const missed = rowOf(journey);
    expect([missed.status, waitsSince(missed), missed.supervised]).toEqual(['missed', null, true]);
    // There had been an appraisal, which is recorded when the term seems to be over.
    journey.appraised('2026-05-11', '2026-06-03').reported('2026-05-21', '2026-06-03');
    const again = rowOf(journey);
    expect([again.status, waitsSince(again), again.supervised]).toEqual(['running', cn('2026-05-20'), true]);
  });

  it('A11: granted in time and told late, nothing waits any more', () => {
    const row = rowOf(answered(true, '2026-06-03', '2026-05-29'));
    expect([row.status, waitsSince(row), row.supervised]).toEqual(['running', null, false]);
  });
});
