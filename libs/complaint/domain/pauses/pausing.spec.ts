import { describe, expect, it } from '@jest/globals';
import { chinaCalendar, explain } from '#calendar';
import { SHIPPED, type Rulebook, type TermRule } from '#rulebook';
import { specify } from '#testing';
import { Journey, cn, contextAt, sealedFor } from '../fixture/complaint.js';
import { complaintDecider } from '../case/decider.js';
import { periodOf } from '../clocks/ledger.js';
import { timersOf } from '../clocks/timers-of.js';

const LAW = 'DL-DISPOSE.RB-2010.1';
const MEDIATE = 'DL-MEDIATE.RB-MANUAL.1';

const as = (now: string) => specify(complaintDecider, contextAt(cn(now), 'officer'));
const agreements = { complainant: sealedFor('agreement'), respondent: sealedFor('agreement') };
const appraisal = (change: object = {}) =>
  ({
    type: 'PauseForAppraisal',
    data: { pauseId: 'p', body: '检验所', matter: sealedFor('matter'), agreements, ...change },
  }) as const;

/** Decided on Thu 2025-04-17: 60 CD end on Mon 06-16, the 30 CD of mediation on Sat 05-17, so on Mon 05-19. */
const filed = (rulebook?: (id: string) => Rulebook) =>
  new Journey(rulebook).registered('2025-04-15').reviewed('2025-04-16').filed('2025-04-17');

/** The manual with its mediation term changed. */
const manualWith = (change: Partial<TermRule>) => (id: string) => {
  const shipped = SHIPPED.byId(id);
  if (id !== 'RB-MANUAL') return shipped;
  const terms = shipped.terms.map((term) => (term.code === 'DL-MEDIATE' ? { ...term, ...change } : term));
  return { ...shipped, terms };
};

describe('expert appraisal', () => {
  it('G55: stops the clocks whose rule knows it, and no other; the due date moves by what it took', () => {
    const journey = filed().appraised('2025-05-06');
    expect(journey.clock(LAW)).toMatchObject({ status: 'paused', open: [] });
    expect(journey.clock(MEDIATE).status).toBe('running');
    journey.reported('2025-05-16');
    expect(journey.clock(LAW)).toMatchObject({ status: 'running', dueOn: '2025-06-26' });
    expect(journey.clock(MEDIATE).dueOn).toBe('2025-05-19');
  });

  it('G55: keeps the body, the matter and what both parties agreed to as evidence', () => {
    as('2025-05-06')
      .given(...filed().events)
      .when(appraisal())
      .then(
        {
          type: 'CasePaused',
          data: { reason: 'expert-appraisal', body: '检验所', agreements, recordedBy: 'officer' },
        },
        { type: 'ClockPaused', data: { clock: LAW, reason: 'expert-appraisal', from: '2025-05-06' } },
      );
    as('2025-05-06')
      .given(...filed().events)
      .when(appraisal({ agreements: { complainant: agreements.complainant } }))
      .thenRefused('pause-needs-both-parties', { missing: ['respondent'] });
  });

  it('one at a time, not before the decision, not in the future, not ended before it began, and once', () => {
    const { events } = filed().appraised('2025-05-06');
    as('2025-05-07')
      .given(...events)
      .when(appraisal({ pauseId: 'other' }))
      .thenRefused('case-already-paused');
    as('2025-05-07')
      .given(...events)
      .when(appraisal({ pauseId: 'appraisal 2025-05-06' }))
      .thenRefused('case-already-paused');
    const end = (endedAt: string) =>
      ({
        type: 'ResumeAfterAppraisal',
        data: { endedAt: cn(endedAt), report: sealedFor('report') },
      }) as const;
    as('2025-05-07')
      .given(...events)
      .when(end('2025-05-05'))
      .thenRefused('happened-too-early');
    as('2025-05-07')
      .given(...events)
      .when(end('2025-05-08'))
      .thenRefused('happened-in-the-future');
    const plain = filed().events;
    as('2025-05-07')
      .given(...plain)
      .when(end('2025-05-07'))
      .thenRefused('case-not-paused');
    as('2025-05-07')
      .given(...plain)
      .when(appraisal({ startedAt: cn('2025-04-16') }))
      .thenRefused('happened-too-early');
    as('2025-05-07')
      .given(...plain)
      .when(appraisal({ startedAt: cn('2025-05-08') }))
      .thenRefused('happened-in-the-future');
  });

  it('begins and ends on one day: nothing moves', () => {
    const journey = filed().appraised('2025-05-06 09:00').reported('2025-05-06 17:00');
    expect(journey.clock(LAW)).toMatchObject({ status: 'running', dueOn: '2025-06-16' });
  });

  it('a clock met while it stands still is kept', () => {
    const journey = filed(manualWith({ pauses: ['expert-appraisal'], stop: ['document-served:D05'] }))
      .issued('D05', '2025-04-17')
      .appraised('2025-05-06')
      .served('D05', '2025-05-28');
    expect(journey.clock(MEDIATE)).toMatchObject({ status: 'met', dueOn: '2025-05-19' });
    expect(journey.reported('2025-06-03').clock(MEDIATE)).toMatchObject({
      status: 'met',
      dueOn: '2025-06-16',
    });
  });

  it('a clock that starts while the case waits stands still from its first day', () => {
    const reply = (id: string) => {
      const shipped = SHIPPED.byId(id);
      return {
        ...shipped,
        terms: shipped.terms.map((term) =>
          term.code === 'DL-REPLY' ? { ...term, pauses: ['expert-appraisal' as const] } : term,
        ),
      };
    };
    const journey = filed(reply)
      .issued('D05', '2025-04-17')
      .appraised('2025-04-18')
      .served('D05', '2025-04-21');
    expect(journey.clock('DL-REPLY.RB-MANUAL.1')).toMatchObject({ status: 'paused' });
    // Ten days from 04-21 were 05-01; nine of them were paused (04-22 to 04-30): 05-10, a Saturday, so Monday 05-12.
    journey.reported('2025-05-01');
    expect(journey.clock('DL-REPLY.RB-MANUAL.1')).toMatchObject({ status: 'running', dueOn: '2025-05-12' });
  });
});

describe("the parties' request", () => {
  it('A09: both ask in writing; mediation waits, the law does not, and the pause ends by itself on its day', () => {
    const journey = filed().waited('2025-05-06', '2025-05-16');
    expect(journey.clock(LAW)).toMatchObject({ status: 'running', dueOn: '2025-06-16' });
    expect(journey.clock(MEDIATE)).toMatchObject({
      status: 'paused',
      rings: [{ rung: 'resume', at: cn('2025-05-16 00:00') }],
    });
    journey.ringsUntil('2025-05-20');
    expect(journey.all('ClockResumed')[0]?.data).toMatchObject({
      clock: MEDIATE,
      until: '2025-05-16',
      endedBy: 'agreement',
      dueOn: '2025-05-27',
    });
    expect(journey.clock(MEDIATE)).toMatchObject({ status: 'running', dueOn: '2025-05-27' });
  });

  it('A09: not for longer than what is left of the law, and not for no time', () => {
    const until = (day: string) =>
      ({ type: 'PauseAtPartiesRequest', data: { pauseId: 'w', agreements, until: day } }) as const;
    const { events } = filed();
    as('2025-05-06')
      .given(...events)
      .when(until('2025-06-17'))
      .thenRefused('pause-beyond-statutory-time', { statutoryDueOn: '2025-06-16' });
    as('2025-05-06')
      .given(...events)
      .when(until('2025-06-16'))
      .thenAmongOthers({ type: 'CasePaused' });
    as('2025-05-06')
      .given(...events)
      .when(until('2025-05-06'))
      .thenRefused('pause-ends-before-it-begins');
  });

  it('A09: one of them may want to go on earlier; after its day there is nothing to end', () => {
    const journey = filed().waited('2025-05-06', '2025-05-16');
    const end = { type: 'ResumeAtPartiesRequest', data: { report: sealedFor('report') } } as const;
    as('2025-05-16')
      .given(...journey.events)
      .when(end)
      .thenRefused('case-not-paused');
    journey.does('officer', '2025-05-09', end);
    expect(journey.clock(MEDIATE)).toMatchObject({
      status: 'running',
      dueOn: '2025-05-20',
      open: ['yellow', 'red', 'due'],
    });
    expect(timersOf(journey.all('ClockResumed')[0] ?? journey.events[0]!)).toContainEqual({
      op: 'end',
      clock: MEDIATE,
      rung: 'resume',
      end: 'superseded',
    });
  });
});

describe('a cap in the rulebook', () => {
  const capped = (max: number, change: Partial<TermRule> = {}) =>
    manualWith({ pauseCaps: [{ reason: 'parties-request', max }], ...change });

  it('ends the pause of that clock by itself when it is used up, and says so', () => {
    const journey = filed(capped(3)).waited('2025-05-06', '2025-05-16');
    expect(journey.clock(MEDIATE).rings).toEqual([{ rung: 'resume', at: cn('2025-05-09 00:00') }]);
    journey.ringsUntil('2025-05-12');
    expect(journey.all('ClockResumed')[0]?.data).toMatchObject({ until: '2025-05-09', endedBy: 'cap' });
    expect(journey.clock(MEDIATE)).toMatchObject({ dueOn: '2025-05-20', status: 'running' });
  });

  it('holds for all pauses of the reason together', () => {
    const journey = filed(capped(3))
      .waited('2025-05-06', '2025-05-08')
      .ringsUntil('2025-05-08')
      .waited('2025-05-09', '2025-05-16')
      .ringsUntil('2025-05-14');
    expect(journey.clock(MEDIATE)).toMatchObject({
      dueOn: '2025-05-20',
      pausedOver: [
        { from: '2025-05-06', until: '2025-05-08', endedBy: 'agreement' },
        { from: '2025-05-09', until: '2025-05-10', endedBy: 'cap' },
      ],
    });
    // Used up: a third pause would stop this clock no more.
    as('2025-05-16')
      .given(...journey.ringsUntil('2025-05-16').events)
      .when({ type: 'PauseAtPartiesRequest', data: { pauseId: 'w', agreements, until: '2025-05-19' } })
      .thenRefused('pause-stops-no-clock', { reason: 'parties-request', clocks: [MEDIATE] });
  });

  it('counts no day twice where two pauses of the reason overlap', () => {
    const journey = filed(capped(3))
      .waited('2025-05-06', '2025-05-08', '2025-05-19')
      .waited('2025-05-07', '2025-05-16', '2025-05-19');
    expect(journey.clock(MEDIATE)).toMatchObject({
      dueOn: '2025-05-20',
      pausedOver: [
        { from: '2025-05-06', until: '2025-05-08' },
        { from: '2025-05-07', until: '2025-05-09', endedBy: 'cap' },
      ],
    });
  });

  it('is counted in the own unit of the clock: working days', () => {
    const journey = filed(capped(2, { amount: 20, unit: 'WD', roll: false })).waited(
      '2025-04-30',
      '2025-05-16',
    );
    // 04-30 and 05-06; the first to the fifth of May are free.
    expect(journey.clock(MEDIATE).rings).toEqual([{ rung: 'resume', at: cn('2025-05-07 00:00') }]);
  });

  it('that was used up before the pause is recorded ends it at once', () => {
    const journey = filed(capped(3)).waited('2025-05-06', '2025-05-16', '2025-05-12');
    expect(journey.clock(MEDIATE)).toMatchObject({
      status: 'running',
      dueOn: '2025-05-20',
      pausedOver: [{ from: '2025-05-06', until: '2025-05-09', endedBy: 'cap' }],
    });
  });
});

describe('several pauses', () => {
  const both = manualWith({ pauses: ['expert-appraisal', 'parties-request'] });

  it('that overlap are merged: no day is left out twice', () => {
    const journey = filed(both).appraised('2025-05-06').waited('2025-05-08', '2025-05-13');
    expect(journey.clock(MEDIATE)).toMatchObject({ status: 'paused', open: [] });
    journey.reported('2025-05-10');
    expect(journey.clock(MEDIATE)).toMatchObject({
      status: 'paused',
      rings: [{ rung: 'resume', at: cn('2025-05-13 00:00') }],
    });
    // 05-06 to 05-12: seven days. 05-17 and seven are 05-24, a Saturday: Monday 05-26.
    journey.ringsUntil('2025-05-13');
    expect(journey.clock(MEDIATE)).toMatchObject({ status: 'running', dueOn: '2025-05-26' });
    const { explanation, due } = explained(journey, MEDIATE);
    expect(explanation.dueOn).toBe(due);
    expect(explanation.days.filter(({ why }) => why === 'paused')).toHaveLength(7);
  });

  it('across a holiday: a WD clock leaves out its working days, a CD clock all of them', () => {
    const words = manualWith({ pauses: ['parties-request'], amount: 20, unit: 'WD', roll: false });
    const inWorkingDays = filed(words).waited('2025-04-29', '2025-05-07').ringsUntil('2025-05-07');
    const plain = filed(words).clock(MEDIATE).dueOn;
    // Paused 04-29, 04-30 and 05-06 among the working days: 05-19 becomes 05-22.
    expect([plain, inWorkingDays.clock(MEDIATE).dueOn]).toEqual(['2025-05-19', '2025-05-22']);
    const inDays = filed().waited('2025-04-29', '2025-05-07').ringsUntil('2025-05-07');
    // Eight days: 05-17 becomes 05-25, a Sunday, so Monday 05-26.
    expect(inDays.clock(MEDIATE).dueOn).toBe('2025-05-26');
  });

  it('a pause over the day to which the end had rolled moves the roll on', () => {
    const journey = filed().waited('2025-05-18', '2025-05-22').ringsUntil('2025-05-22');
    expect(journey.clock(MEDIATE)).toMatchObject({ status: 'running', dueOn: '2025-05-22' });
  });
});

describe('late facts', () => {
  it('a pause that began last week is recorded today: the clock stands still since last week', () => {
    const journey = filed().appraised('2025-05-06', '2025-05-13');
    expect(journey.clock(LAW)).toMatchObject({ status: 'paused', pausedOver: [{ from: '2025-05-06' }] });
    expect(journey.reported('2025-05-16').clock(LAW).dueOn).toBe('2025-06-26');
  });

  it('and so is its end: what was believed before stays in the history', () => {
    const journey = filed().appraised('2025-05-06', '2025-05-20').reported('2025-05-16', '2025-05-21');
    expect(journey.clock(LAW)).toMatchObject({ status: 'running', dueOn: '2025-06-26' });
  });

  it('a pause that proves a miss to be none puts it right: the clock runs again, with its timers', () => {
    const journey = filed().ringsUntil('2025-06-17');
    expect(journey.clock(LAW).status).toBe('missed');
    const from = journey.events.length;
    journey.appraised('2025-05-06', '2025-06-18');
    expect(journey.events.slice(from).map(({ type }) => type)).toEqual([
      'CasePaused',
      'ClockReassessed',
      'ClockPaused',
    ]);
    expect(journey.all('ClockReassessed')[0]?.data).toMatchObject({
      clock: LAW,
      was: 'missed',
      is: 'running',
      because: 'pause',
    });
    journey.reported('2025-05-16', '2025-06-19');
    expect(journey.clock(LAW)).toMatchObject({ status: 'running', dueOn: '2025-06-26' });
    expect(journey.clock(LAW).open).toContain('due');
    expect(journey.ringsUntil('2025-06-27').clock(LAW)).toMatchObject({
      status: 'missed',
      missedAt: cn('2025-06-27 00:00'),
    });
  });

  it('a pause that does not save the date leaves it missed, at the day to which it moved', () => {
    const journey = filed()
      .ringsUntil('2025-06-17')
      .appraised('2025-05-06', '2025-06-24')
      .reported('2025-05-08', '2025-06-25');
    expect(journey.clock(LAW)).toMatchObject({
      status: 'running',
      dueOn: '2025-06-18',
    });
    expect(journey.ringsUntil('2025-06-25').clock(LAW)).toMatchObject({
      status: 'missed',
      dueOn: '2025-06-18',
    });
  });

  it('G35, A08: mediation that was thought to be over goes on, and no ruling is due', () => {
    const journey = filed().investigated('2025-04-18').mediating('2025-04-21').ringsUntil('2025-05-20');
    expect(journey.state.phase).toBe('mediation-failed');
    const from = journey.events.length;
    journey.waited('2025-05-06', '2025-05-16', '2025-05-21');
    expect(journey.events.slice(from).map(({ type }) => type)).toEqual([
      'CasePaused',
      'ClockReassessed',
      'ClockRescheduled',
      'ConsequenceWithdrawn',
    ]);
    expect(journey.state).toMatchObject({ phase: 'mediating' });
    expect(journey.clock(MEDIATE)).toMatchObject({ status: 'running', dueOn: '2025-05-27' });
    expect(journey.ringsUntil('2025-05-28').state.phase).toBe('mediation-failed');
  });

  it('G08: a supplement that came in time is recorded after its term: the review is counted from when it came', () => {
    const asked = () =>
      new Journey()
        .registered('2025-04-15')
        .underReview('2025-04-16')
        .does('registrar', '2025-04-16', {
          type: 'RequestSupplement',
          data: { items: ['evidence'], note: sealedFor('note') },
        });
    const receive = (receivedAt: string) =>
      ({ type: 'ReceiveSupplement', data: { items: ['evidence'], receivedAt: cn(receivedAt) } }) as const;
    const inTime = asked().does('registrar', '2025-04-21', receive('2025-04-21'));
    const late = asked().ringsUntil('2025-04-24').does('registrar', '2025-04-24', receive('2025-04-21'));
    expect(late.clock('DL-REVIEW.RB-MANUAL.1').dueOn).toBe(inTime.clock('DL-REVIEW.RB-MANUAL.1').dueOn);
  });
});

/** How a clock explains its date, by the calendar that it was counted by. */
function explained(journey: Journey, name: string) {
  const clock = journey.clock(name);
  const explanation = explain(chinaCalendar({ knownOn: clock.knownOn }), periodOf(clock));
  return { explanation, due: clock.dueOn };
}
