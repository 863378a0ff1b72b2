import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { tell, underManual } from '../fixture/endings.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const rejected = (journey: Journey) =>
  journey
    .reviewed('2025-04-16')
    .decided('2025-04-17', { outcome: 'reject', reasons: ['R1'], remedies: ['civil-action'] })
    .withHandlers('2025-04-17', 'officer');
const byPhone = () => new Journey().registered('2025-04-15', { channel: 'phone' });
const filed = () => byPhone().reviewed('2025-04-16').filed('2025-04-17');

describe('a simple matter', () => {
  it('G52: a complaint by word of mouth is recorded and goes its way', () => {
    const bare = new Journey().registered('2025-04-15', { channel: 'visit', evidence: [], claims: [] });
    expect(bare.state).toMatchObject({ phase: 'registered', registration: { channel: 'visit' } });
  });

  it('G52: its rejection is told by word of mouth, recorded, and meets the clocks that a service meets', () => {
    const journey = rejected(byPhone());
    as('officer', '2025-04-18 16:00')
      .given(...journey.events)
      .when(tell('D06', { toldAt: cn('2025-04-18 15:00'), toldBy: 'colleague' }))
      .then(
        {
          type: 'OralNoticeRecorded',
          data: {
            kind: 'D06',
            toldBy: 'colleague',
            toldAt: cn('2025-04-18 15:00'),
            recipient: sealedFor('service.recipient'),
            words: sealedFor('oral-notice.words'),
            rulebook: 'RB-2010',
          },
        },
        { type: 'ClockMet', data: { clock: 'DL-ACCEPT.RB-2010.1', inTime: true } },
        { type: 'ClockMet', data: { clock: 'DL-REJECT-SERVE.RB-MANUAL.1', inTime: true } },
      );
    expect(journey.does('officer', '2025-04-18', tell('D06')).state.phase).toBe('rejection-served');
  });

  it('G52: what is rejected by word of mouth has its reasons and other remedies in the decision', () => {
    as('leader', '2025-04-17')
      .given(...byPhone().reviewed('2025-04-16').events)
      .when({ type: 'DecideAcceptance', data: { outcome: 'reject', reasons: ['R1'], remedies: [] } })
      .thenRefused('rejection-needs-remedies');
  });

  it('G52: the complainant is told of the acceptance; the respondent gets his notice in writing', () => {
    const told = filed().does('officer', '2025-04-17', tell('D04'));
    expect(told.clock('DL-NOTICE-C.RB-MANUAL.1').status).toBe('met');
    expect(told.state.phase).toBe('filed');
    expect(told.issued('D05', '2025-04-17').served('D05', '2025-04-18').state.phase).toBe('awaiting-reply');
    const other = filed().issued('D05', '2025-04-17').served('D05', '2025-04-18');
    expect(other.does('officer', '2025-04-18', tell('D04')).state.phase).toBe('awaiting-reply');
  });

  it('G52: not where the manual governs', () => {
    as('officer', '2025-04-18')
      .given(...rejected(underManual('2025-04-15')).events)
      .when(tell('D06'))
      .thenRefused('oral-form-not-in-rulebook', { rulebook: 'RB-MANUAL' });
  });

  it('is told once, not beside a written notice that is issued, not before the decision, and what fits the case', () => {
    const twice = filed().does('officer', '2025-04-17', tell('D04'));
    as('officer', '2025-04-18')
      .given(...twice.events)
      .when(tell('D04'))
      .thenRefused('document-already-served');
    as('officer', '2025-04-18')
      .given(...rejected(byPhone()).issued('D06', '2025-04-17').events)
      .when(tell('D06'))
      .thenRefused('document-already-issued');
    as('officer', '2025-04-18')
      .given(...rejected(byPhone()).events)
      .when(tell('D06', { toldAt: cn('2025-04-16') }))
      .thenRefused('happened-too-early');
    as('officer', '2025-04-18')
      .given(...rejected(byPhone()).events)
      .when(tell('D04'))
      .thenRefused('document-not-for-this-case');
    as('colleague', '2025-04-18')
      .given(...rejected(byPhone()).events)
      .when(tell('D06'))
      .thenRefused('not-a-handler');
  });
});
