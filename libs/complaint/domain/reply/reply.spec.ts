import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { FULL_REPLY, Journey, cn, contextAt, type Person } from '../fixture/complaint.js';
import { complaintDecider } from '../case/decider.js';
import type { Channel, RespondentKind } from '../intake/facts.js';
import { REPLY_PARTS, type ReplyPart } from './facts.js';

const as = (now: string, by: Person = 'officer') => specify(complaintDecider, contextAt(cn(now), by));
const reply = (parts = FULL_REPLY, receivedAt?: string) =>
  ({
    type: 'RecordReply',
    data: { parts, evidence: [], ...(receivedAt ? { receivedAt: cn(receivedAt) } : {}) },
  }) as const;
/** Both served on Thu 2025-04-17: ten days end on Sun 04-27, a make-up working day. */
const notified = (change = {}) =>
  new Journey()
    .registered('2025-04-15', change)
    .reviewed('2025-04-16')
    .filed('2025-04-17')
    .issued('D04', '2025-04-17')
    .issued('D05', '2025-04-17')
    .served('D05', '2025-04-17');
const both = () => notified().served('D04', '2025-04-17');
const only = (...parts: ReplyPart[]) =>
  Object.fromEntries(parts.map((part) => [part, FULL_REPLY['facts-and-evidence']]));

describe('the reply of the respondent', () => {
  it('G17: ten days from the receipt of the notice; the reply stops every term and the case goes on', () => {
    const journey = both();
    expect(journey.clock('DL-REPLY.RB-MANUAL.1')).toMatchObject({
      amount: 10,
      unit: 'CD',
      startAt: cn('2025-04-17'),
      dueOn: '2025-04-27',
    });
    as('2025-04-25')
      .given(...journey.events)
      .when(reply())
      .then(
        { type: 'ClockMet', data: { clock: 'DL-REPLY.RB-MANUAL.1', inTime: true } },
        { type: 'ClockMet', data: { clock: 'DL-REPLY.RB-2010.1', inTime: true } },
        { type: 'RespondentReplied', data: { receivedAt: cn('2025-04-25'), late: false } },
      );
    expect(journey.replied('2025-04-25').state.phase).toBe('under-investigation');
  });

  it('G17: no reply is awaited before the respondent is served; a second one is refused', () => {
    const unserved = new Journey()
      .registered('2025-04-15')
      .reviewed('2025-04-16')
      .filed('2025-04-17')
      .issued('D05', '2025-04-17');
    as('2025-04-18')
      .given(...unserved.events)
      .when(reply())
      .thenRefused('reply-not-awaited');
    as('2025-04-18')
      .given(...both().events)
      .when(reply(FULL_REPLY, '2025-04-16'))
      .thenRefused('happened-too-early');
    as('2025-04-26')
      .given(...both().replied('2025-04-25').events)
      .when(reply())
      .thenRefused('reply-already-received');
    as('2025-04-25', 'colleague')
      .given(...both().events)
      .when(reply())
      .thenRefused('not-a-handler');
  });

  it('G17: a reply can come before the complainant has the notice; the case goes on when that is served', () => {
    const journey = notified().replied('2025-04-18');
    expect(journey.state.phase).toBe('filed');
    expect(journey.served('D04', '2025-04-21').state.phase).toBe('under-investigation');
  });

  it.each<[string, RespondentKind | undefined, Channel, ReplyPart[]]>([
    [
      'G18',
      'travel-agency',
      'letter',
      ['verification-process', 'facts-and-evidence', 'liability', 'proposed-handling'],
    ],
    ['G18, A10', 'travel-agency', 'transferred', ['cause', 'facts-and-evidence', 'proposed-handling']],
    ['B08, A10', 'hotel', 'letter', ['cause', 'facts-and-evidence', 'proposed-handling']],
    ['B08, A10', 'hotel', 'transferred', ['cause', 'facts-and-evidence', 'proposed-handling']],
    ['B08, A10', undefined, 'letter', ['cause', 'facts-and-evidence', 'proposed-handling']],
  ])('%s: %s, complaint by %s, must state %j', (_rule, kind, channel, required) => {
    const { events } = notified({ channel, respondent: { name: '甲', kind } });
    for (const part of required) {
      const rest = REPLY_PARTS.filter((one) => one !== part);
      as('2025-04-18')
        .given(...events)
        .when(reply(only(...rest)))
        .thenRefused('reply-incomplete', { missing: [part], required });
    }
    as('2025-04-18')
      .given(...events)
      .when(reply(only(...required)))
      .thenAmongOthers({ type: 'RespondentReplied' });
  });

  it('G19: no reply in time does not stop the case', () => {
    const journey = both().ringsUntil('2025-04-28 00:00');
    expect(journey.all('RespondentReplyOverdue').map(({ data }) => data.at)).toEqual([
      cn('2025-04-28 00:00'),
    ]);
    expect(journey.state.phase).toBe('under-investigation');
  });

  it('G19: silence before the complainant is served is noted, and the case goes on with that service', () => {
    const journey = notified().ringsUntil('2025-04-28 00:00');
    expect(journey.state.phase).toBe('filed');
    expect(journey.served('D04', '2025-04-28').state.phase).toBe('under-investigation');
  });

  it('G19: a late reply is kept as late, missed and met late, and moves nothing back', () => {
    const journey = both().ringsUntil('2025-04-28').replied('2025-04-29');
    expect(journey.all('RespondentReplied')[0]?.data.late).toBe(true);
    expect(journey.clock('DL-REPLY.RB-2010.1').status).toBe('met-late');
    expect(journey.state.phase).toBe('under-investigation');
  });

  it('G19: the silence is noted with a late reply though no timer had rung, and once', () => {
    const journey = both().replied('2025-04-29');
    expect(journey.all('RespondentReplyOverdue')).toHaveLength(1);
    expect(journey.all('ClockMissed').filter(({ data }) => data.code === 'DL-REPLY')).toHaveLength(2);
  });

  it('G19: a reply that came in time and was recorded late takes the lateness back, not the history', () => {
    const journey = both().ringsUntil('2025-04-28').replied('2025-04-27 23:59', FULL_REPLY, '2025-04-29');
    expect(journey.all('RespondentReplied')[0]?.data.late).toBe(false);
    expect(journey.clock('DL-REPLY.RB-MANUAL.1')).toMatchObject({
      status: 'met',
      missedAt: cn('2025-04-28 00:00'),
    });
    expect(journey.all('RespondentReplyOverdue')).toHaveLength(1);
  });

  it('G19: under two terms the earlier, unverified one only warns; silence is noted when the longest has run out', () => {
    const journey = Journey.notified('2026-04-03', '2026-04-07', '2026-04-08').served('D05', '2026-04-09');
    expect(journey.dueDays).toMatchObject({
      'DL-REPLY.RB-2026.1': '2026-04-16',
      'DL-REPLY.RB-MANUAL.1': '2026-04-20',
    });
    journey.ringsUntil('2026-04-17 00:00');
    expect(journey.all('RespondentReplyOverdue')).toEqual([]);
    expect(journey.all('Escalated').at(-1)?.data).toMatchObject({
      clock: 'DL-REPLY.RB-2026.1',
      to: ['handler'],
    });
    expect(journey.state.phase).toBe('awaiting-reply');
    journey.ringsUntil('2026-04-21 00:00');
    expect(journey.all('RespondentReplyOverdue')).toHaveLength(1);
    expect(journey.state.phase).toBe('under-investigation');
  });

  it('G19: rings that come late and in the wrong order note the silence once', () => {
    const journey = Journey.notified('2026-04-03', '2026-04-07', '2026-04-08').served('D05', '2026-04-09');
    journey.ring('DL-REPLY.RB-MANUAL.1', 'due', '2026-04-22').ring('DL-REPLY.RB-2026.1', 'due', '2026-04-22');
    expect(journey.all('RespondentReplyOverdue')).toHaveLength(1);
    expect(journey.all('ClockMissed').filter(({ data }) => data.code === 'DL-REPLY')).toHaveLength(2);
  });

  it('a reply within the longest term is not late though it missed the shorter', () => {
    const journey = Journey.notified('2026-04-03', '2026-04-07', '2026-04-08')
      .served('D05', '2026-04-09')
      .replied('2026-04-20');
    expect(journey.all('RespondentReplied')[0]?.data.late).toBe(false);
    expect(journey.clock('DL-REPLY.RB-2026.1').status).toBe('met-late');
    expect(journey.clock('DL-REPLY.RB-MANUAL.1').status).toBe('met');
    expect(journey.all('RespondentReplyOverdue')).toEqual([]);
  });
});
