import { describe, expect, it } from '@jest/globals';
import type { Journey } from '../fixture/complaint.js';
import { approveClosing, notified, requestClosing, withdraw } from '../fixture/endings.js';
import { Journey as Case, cn } from '../fixture/complaint.js';
import { volumeOf, type Happened } from './volume.js';

/** Events with the day on which the journey had them happen. */
function history(journey: Journey, ...days: readonly (readonly [string, string])[]): Happened[] {
  const on = new Map(days);
  return journey.events.map((event) => ({ event, happenedAt: cn(on.get(event.type) ?? '2025-04-17') }));
}

describe('the volume', () => {
  it('G38, D21: lists every document, receipt, record and decision in the order in which they came about', () => {
    const journey = notified(new Case().registered('2025-04-15'), '2025-04-16', '2025-04-17', '2025-04-18')
      .replied('2025-04-21')
      .does('officer', '2025-04-22', withdraw())
      .does('officer', '2025-04-23', requestClosing())
      .does('leader', '2025-04-24', approveClosing());
    const contents = volumeOf(
      history(journey, ['ComplaintRegistered', '2025-04-15'], ['ComplaintWithdrawn', '2025-04-22']),
    );
    expect(contents.map(({ kind, number }) => [kind, number].filter(Boolean).join(' '))).toEqual([
      'complaint 云旅诉〔2025〕1号',
      'evidence',
      'review',
      'decision',
      'filing-report',
      'filing-approval',
      'D04 D04 1号',
      'D05 D05 1号',
      `service-record receipt ${cn('2025-04-18')}`,
      `service-record receipt ${cn('2025-04-18')}`,
      'reply',
      'withdrawal',
      'closing-form',
      'annex',
      'closing-approval',
    ]);
    expect(contents.map(({ place }) => place)).toEqual(contents.map((_, index) => index + 1));
    expect(contents[0]).toMatchObject({ place: 1, on: '2025-04-15' });
    expect(contents.find(({ kind }) => kind === 'withdrawal')?.on).toBe('2025-04-22');
  });

  it('what was drafted and never issued is no part of it', () => {
    const journey = new Case().registered('2025-04-15').reviewed('2025-04-16').filed('2025-04-17');
    const kinds = volumeOf(history(journey.drafted('D04', '2025-04-17'))).map(({ kind }) => kind);
    expect(kinds).not.toContain('D04');
  });
});
