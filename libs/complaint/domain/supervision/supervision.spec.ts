import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '#kernel';
import { specify } from '#testing';
import { ACTS } from '../case/acts.js';
import { complaintDecider } from '../case/decider.js';
import { Journey, cn, contextAt, type Person } from '../fixture/complaint.js';
import { CHILD, received, sentDown, text } from '../fixture/handover.js';
import { commandOf, randomJourney, askedBy } from '../fixture/random-journey.js';
import type { CaseCommandType } from '../case/commands.js';
import type { Complaint } from '../case/state.js';

const at = (now: string, by: Person = 'superior') => specify(complaintDecider, contextAt(cn(now), by));
const urge = (urgeId: string) => ({ type: 'UrgeCase', data: { urgeId, text: text() } }) as const;
const answer = { type: 'AnswerUrge', data: { answer: text() } } as const;
const recall = { type: 'RecallCase', data: { reason: text() } } as const;
const reassign = (office: string) => ({ type: 'ReassignCase', data: { office, reason: text() } }) as const;
const DAY = '2026-02-26';

describe('supervision by the superior office', () => {
  it('urges, and an answer is due in 3 WD; the lower office answers everything that was urged at once', () => {
    at(DAY)
      .given(...new Journey().registered(DAY).events)
      .when(urge('u-1'))
      .then(
        { type: 'CaseUrged', data: { urgeId: 'u-1', by: 'superior', byOffice: 'province' } },
        { type: 'ClockStarted', data: { code: 'DL-URGE', office: 'office-1', amount: 3, unit: 'WD' } },
      );
    const journey = new Journey()
      .registered(DAY)
      .does('superior', DAY, urge('u-1'))
      .does('superior', DAY, urge('u-2'));
    at(DAY)
      .given(...journey.events)
      .when(urge('u-2'))
      .thenNothing();
    at('2026-02-27', 'leader')
      .given(...journey.events)
      .when(answer)
      .then(
        { type: 'ClockMet', data: { clock: 'DL-URGE.RB-MANUAL.1' } },
        { type: 'ClockMet', data: { clock: 'DL-URGE.RB-MANUAL.2' } },
        { type: 'UrgeAnswered', data: { urges: ['u-1', 'u-2'], by: 'leader' } },
      );
    journey.does('leader', '2026-02-27', answer);
    at('2026-02-28', 'leader')
      .given(...journey.events)
      .when(answer)
      .thenRefused('nothing-urged');
  });

  it('an urge that is not answered is brought before the superior office', () => {
    const journey = new Journey().registered(DAY).does('superior', DAY, urge('u-1')).ringsUntil('2026-03-04');
    const escalated = journey.all('Escalated').filter(({ data }) => data.clock.startsWith('DL-URGE'));
    expect(escalated.map(({ data }) => data.to)).toEqual([['leader', 'superior-office']]);
  });

  it('G50: takes a case up: the record stays and nothing of it runs', () => {
    const journey = sentDown('2026-01-26').does('superior', DAY, recall);
    expect(journey.state).toMatchObject({
      phase: 'handed-over',
      handedOver: { how: 'recalled', by: 'province', to: 'province' },
      decision: { outcome: 'refer-down' },
    });
    expect(journey.state.clocks.filter(({ status }) => status === 'running')).toEqual([]);
    at(DAY)
      .given(...journey.events)
      .when(recall)
      .thenRefused('action-not-in-this-phase');
  });

  it('G50: gives a case to another office below it, and to no other', () => {
    const { events } = new Journey().registered(DAY);
    for (const office of ['office-1', 'province', 'elsewhere', 'nowhere'])
      at(DAY)
        .given(...events)
        .when(reassign(office))
        .thenRefused('reassignment-unfit', { office });
    at(DAY)
      .given(...events)
      .when(reassign('office-2'))
      .thenAmongOthers({ type: 'CaseReassigned', data: { to: 'office-2', byOffice: 'province' } });
  });

  it('nobody but an office above supervises', () => {
    const { events } = new Journey().registered(DAY);
    for (const command of [urge('u-1'), recall, reassign('office-2')])
      at(DAY, 'leader')
        .given(...events)
        .when(command)
        .thenRefused('not-a-superior-office');
  });

  it('what happens at any time to any case: a superior never edits a lower office’s record', () => {
    const own = (Object.keys(ACTS) as CaseCommandType[]).filter((type) => ACTS[type].by === undefined);
    fc.assert(
      fc.property(randomJourney(30), ({ begins, turns }) => {
        let state: Complaint = complaintDecider.initial;
        let now = begins;
        for (const turn of turns) {
          const next = askedBy(turn, state, now);
          now = next.now;
          if (!next.asked) continue;
          const events = complaintDecider.decide(next.asked.command, state, contextAt(now, next.asked.by));
          if (!isRefusal(events)) state = events.reduce(complaintDecider.evolve, state);
          if (state.phase === 'unregistered') continue;
          const type = own[turn.choice % own.length] as CaseCommandType;
          const command = commandOf(type, state, turn, now);
          expect(isRefusal(complaintDecider.decide(command, state, contextAt(now, 'superior')))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a referred case that its superior takes up or gives to another', () => {
  it('A15, G50: taken up by its referrer, it is here again and reviewed as our own', () => {
    const journey = sentDown('2026-01-26').does('system', DAY, {
      type: 'NoteRecall',
      data: { from: CHILD, byOffice: 'office-1', at: cn(DAY) },
    });
    expect(journey.state).toMatchObject({
      phase: 'under-review',
      earlier: [{ undone: { how: 'recalled' } }],
    });
    expect(journey.clock('DL-REVIEW.RB-MANUAL.2').startAt).toBe(cn(DAY));
  });

  it('G50: taken up by an office above its referrer, the referrer’s record ends, too', () => {
    const journey = sentDown('2026-01-26').does('system', DAY, {
      type: 'NoteRecall',
      data: { from: CHILD, byOffice: 'province', at: cn(DAY) },
    });
    expect(journey.state).toMatchObject({
      phase: 'handed-over',
      handedOver: { how: 'recalled', to: 'province' },
    });
  });

  it('A15: given to another lower office, the referrer waits for that one, with the term once more', () => {
    const journey = sentDown('2026-01-26').does('system', '2026-02-10', {
      type: 'NoteReceivingCase',
      data: {
        complaintId: 'second',
        office: 'county-2',
        kind: 'reassignment',
        number: '2号',
        openedAt: cn('2026-02-10'),
      },
    });
    expect(journey.state).toMatchObject({
      phase: 'referred-down',
      handover: { receiving: { complaintId: 'second' } },
    });
    expect(journey.clock('DL-REFER-RESULT.RB-MANUAL.1').status).toBe('cancelled');
    expect(journey.clock('DL-CUSTODY.RB-MANUAL.2')).toMatchObject({ status: 'running', dueOn: '2026-03-12' });
    const late = { from: CHILD, reportedAt: cn('2026-02-11'), result: text() };
    at('2026-02-11', 'system')
      .given(...journey.events)
      .when({ type: 'NoteReport', data: late })
      .thenNothing();
  });

  it('when its referrer no longer has the case, a referred case ends with what was done', () => {
    const journey = received('2026-01-26').does('system', DAY, {
      type: 'NoteWithdrawal',
      data: { byOffice: 'province', at: cn(DAY) },
    });
    expect(journey.state).toMatchObject({ phase: 'handed-over', handedOver: { how: 'withdrawn' } });
  });
});
