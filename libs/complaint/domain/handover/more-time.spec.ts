import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { cn, contextAt, type Person } from '../fixture/complaint.js';
import { CHILD, received, sentDown, text } from '../fixture/handover.js';

const at = (now: string, by: Person = 'officer') => specify(complaintDecider, contextAt(cn(now), by));
const DAY = '2026-01-26';
const accepted = (kind: 'deposit' | 'other') =>
  received(DAY)
    .reviewed(DAY, { limitation: [{ claim: 0, class: kind, startedOn: DAY }] })
    .decided(DAY, { outcome: 'accept' })
    .withHandlers(DAY, 'officer');
const ask = (days: number) => ({ type: 'RequestMoreTime', data: { days, reason: text() } }) as const;
const asked = (days: number) =>
  ({
    type: 'NoteMoreTimeRequest',
    data: { from: CHILD, days, reason: text(), at: cn('2026-02-20') },
  }) as const;
const answer = (granted: boolean) => ({ type: 'AnswerMoreTime', data: { granted } }) as const;
const told = (granted: boolean) =>
  ({ type: 'NoteMoreTimeAnswer', data: { granted, days: 20, at: cn('2026-02-21') } }) as const;

describe('more time for a referred case', () => {
  it('A15: only in a deposit case, once, before the term has run out, and no more than the rulebook allows', () => {
    const { events } = accepted('deposit');
    at('2026-02-20')
      .given(...accepted('other').events)
      .when(ask(20))
      .thenRefused('more-time-not-for-this-case');
    at('2026-02-20')
      .given(...events)
      .when(ask(31))
      .thenRefused('more-time-beyond-maximum', { days: 31, most: 30 });
    at('2026-02-26')
      .given(...events)
      .when(ask(20))
      .thenRefused('term-has-run-out');
    at('2026-02-20')
      .given(...events)
      .when(ask(20))
      .then({ type: 'MoreTimeRequested', data: { days: 20, by: 'officer' } });
    const once = accepted('deposit').does('officer', '2026-02-20', ask(20));
    at('2026-02-21')
      .given(...once.events)
      .when(ask(5))
      .thenRefused('more-time-asked-already');
  });

  it('A15: the referrer’s leader consents, and the terms are longer from where they started, on both sides', () => {
    const parent = sentDown(DAY).does('system', '2026-02-20', asked(20));
    at('2026-02-21', 'leader')
      .given(...sentDown(DAY).events)
      .when(answer(true))
      .thenRefused('more-time-not-asked');
    parent.does('leader', '2026-02-21', answer(true));
    expect(parent.state.handover?.moreTime?.answer).toMatchObject({ granted: true, by: 'leader' });
    expect(parent.clock('DL-REFER-RESULT.RB-MANUAL.1')).toMatchObject({
      status: 'running',
      startAt: cn(DAY),
      extended: 20,
      dueOn: '2026-03-17',
      verification: 'design',
    });
    expect(parent.clock('DL-CUSTODY.RB-MANUAL.1').dueOn).toBe('2026-03-17');
    const child = accepted('deposit')
      .does('officer', '2026-02-20', ask(20))
      .does('system', '2026-02-21', told(true));
    expect(child.clock('DL-REPORT-BACK.RB-MANUAL.1')).toMatchObject({
      dueOn: '2026-03-17',
      status: 'running',
    });
    at('2026-02-22', 'leader')
      .given(...parent.events)
      .when(answer(false))
      .thenRefused('more-time-not-asked');
    at('2026-02-22', 'system')
      .given(...child.events)
      .when(told(false))
      .thenNothing();
  });

  it('A15: consent comes before the term has run out, or the term stands', () => {
    const parent = sentDown(DAY).does('system', '2026-02-20', asked(20)).ringsUntil('2026-02-26');
    at('2026-02-26', 'leader')
      .given(...parent.events)
      .when(answer(true))
      .thenRefused('term-has-run-out');
    parent.does('leader', '2026-02-26', answer(false));
    expect(parent.clock('DL-REFER-RESULT.RB-MANUAL.1').status).toBe('missed');
  });

  it('A15: consent given in time and told late puts the miss of the lower office right', () => {
    const child = accepted('deposit').does('officer', '2026-02-20', ask(20)).ringsUntil('2026-02-26');
    expect(child.clock('DL-REPORT-BACK.RB-MANUAL.1').status).toBe('missed');
    child.does('system', '2026-02-26', told(true));
    expect(child.clock('DL-REPORT-BACK.RB-MANUAL.1')).toMatchObject({
      status: 'running',
      dueOn: '2026-03-17',
    });
  });

  it('A15: without consent nothing moves', () => {
    const parent = sentDown(DAY)
      .does('system', '2026-02-20', asked(20))
      .does('leader', '2026-02-21', answer(false));
    expect(parent.clock('DL-REFER-RESULT.RB-MANUAL.1')).toMatchObject({
      status: 'running',
      dueOn: '2026-02-25',
    });
    const child = accepted('deposit')
      .does('officer', '2026-02-20', ask(20))
      .does('system', '2026-02-21', told(false));
    expect(child.clock('DL-REPORT-BACK.RB-MANUAL.1').dueOn).toBe('2026-02-25');
  });
});
