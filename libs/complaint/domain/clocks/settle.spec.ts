import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day, type Instant } from '#kernel';
import { CalendarBook, explain, SHIPPED_NOTICES, type CalendarRecord, type HolidayNotice } from '#calendar';
import { SHIPPED, type PauseReason, type Rulebook } from '#rulebook';
import { Journey, OFFICE_ID } from '../fixture/complaint.js';
import { periodOf } from './ledger.js';

const LAW = 'DL-DISPOSE.RB-2010.1';
const MEDIATE = 'DL-MEDIATE.RB-MANUAL.1';

/** Mediation stands still for either reason, for the parties' for nine of its units at most. */
const patient =
  (unit: 'CD' | 'WD') =>
  (id: string): Rulebook => {
    const shipped = SHIPPED.byId(id);
    const pauses: PauseReason[] = ['expert-appraisal', 'parties-request'];
    const pauseCaps = [{ reason: 'parties-request' as const, max: 9 }];
    const [amount, roll] = unit === 'CD' ? [30, true] : [20, false];
    const terms = shipped.terms.map((term) =>
      term.code === 'DL-MEDIATE' ? { ...term, pauses, pauseCaps, amount, unit, roll } : term,
    );
    return { ...shipped, terms };
  };

/** Accepted and filed on Thu 2025-04-17: mediation by Mon 05-19, the law by 06-16. */
const DECIDED = '2025-04-17';
const filed = (unit: 'CD' | 'WD' = 'CD', book?: CalendarBook) =>
  new Journey(patient(unit), book).registered('2025-04-15').reviewed('2025-04-16').filed(DECIDED);

/** A wait that is over, told by one recording or by two that follow each other. */
interface Told {
  readonly reason: 'expert-appraisal' | 'parties-request';
  readonly from: Day;
  readonly days: number;
}

const day = fc.integer({ min: 1, max: 45 }).map((n) => addDays(DECIDED, n));
const told: fc.Arbitrary<Told> = fc.record({
  reason: fc.constantFrom('expert-appraisal' as const, 'parties-request' as const),
  from: day,
  days: fc.integer({ min: 1, max: 12 }),
});
const facts = fc.array(told, { minLength: 1, maxLength: 5 });
const TOLD_ON = addDays(DECIDED, 59);

function record(journey: Journey, { reason, from, days }: Told, at: Day, pauseId: string): Journey {
  const until = addDays(from, days);
  if (reason === 'parties-request') return journey.waited(from, until, at, pauseId);
  return journey.appraised(from, at, pauseId).reported(until, at);
}

/** Whether it was taken. One that would stop no clock, as far as the case knows by then, is refused. */
function isTaken(tell: () => unknown): boolean {
  try {
    tell();
    return true;
  } catch (refused) {
    if (String(refused).includes('pause-stops-no-clock')) return false;
    throw refused;
  }
}

/** All of them, one after the other; what was refused is told again while others show that a clock ran after all. */
function recordAll(journey: Journey, told: readonly (readonly [Told, string])[], before = () => {}): Journey {
  for (let left = told; left.length > 0;) {
    const refused = left.filter(([fact, pauseId]) => {
      before();
      return !isTaken(() => record(journey, fact, TOLD_ON, pauseId));
    });
    if (refused.length === left.length) break;
    left = refused;
  }
  return journey;
}

const named = (some: readonly Told[]) => some.map((fact, index) => [fact, `pause ${String(index)}`] as const);

/** What the ledger says of a clock in the end, whatever was believed on the way. */
function found(journey: Journey, name: string): object {
  const { status, dueOn, dueAt, pausedOver, provisional } = journey.clock(name);
  return { status, dueOn, dueAt, pausedOver, provisional };
}

describe('the ledger of clocks', () => {
  it('the order in which late facts are recorded does not change the final due dates, nor whether timers rang between', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('CD' as const, 'WD' as const),
        facts.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }), fc.boolean()),
        ),
        (unit, [straight, mixed, rings]) => {
          const [one, other] = [straight, mixed].map((order) => {
            const journey = filed(unit);
            const told = order.map((fact) => [fact, `pause ${String(straight.indexOf(fact))}`] as const);
            recordAll(journey, told, () => {
              if (rings && order === mixed) journey.ringsUntil(TOLD_ON);
            });
            return journey.ringsUntil(TOLD_ON);
          });
          for (const clock of [LAW, MEDIATE]) expect(found(other!, clock)).toEqual(found(one!, clock));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('recorded on the day or weeks later, a pause leads to the same due date', () => {
    fc.assert(
      fc.property(fc.constantFrom('CD' as const, 'WD' as const), told, (unit, fact) => {
        const late = filed(unit).ringsUntil(TOLD_ON);
        const takenLate = isTaken(() => record(late, fact, TOLD_ON, 'pause'));
        late.ringsUntil(TOLD_ON);
        const until = addDays(fact.from, fact.days);
        const atOnce = filed(unit).ringsUntil(fact.from);
        const takenAtOnce = isTaken(() =>
          fact.reason === 'parties-request'
            ? atOnce.waited(fact.from, until, fact.from, 'pause')
            : atOnce.appraised(fact.from, fact.from, 'pause').ringsUntil(until).reported(until, until),
        );
        atOnce.ringsUntil(TOLD_ON);
        expect(takenLate).toBe(takenAtOnce);
        for (const clock of [LAW, MEDIATE]) expect(found(late, clock)).toEqual(found(atOnce, clock));
      }),
      { numRuns: 60 },
    );
  });

  it('pausing for zero days changes nothing', () => {
    fc.assert(
      fc.property(facts, day, (some, on) => {
        const journey = recordAll(filed(), named(some));
        const before = journey.ringsUntil(TOLD_ON).state.clocks;
        journey.appraised(on, TOLD_ON, 'zero').reported(on, TOLD_ON).ringsUntil(TOLD_ON);
        const still = journey.state.clocks;
        expect(still.map(({ dueOn, status }) => [dueOn, status])).toEqual(
          before.map(({ dueOn, status }) => [dueOn, status]),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('the explanation always sums to the due date: as many days counted as the term has, each other with its reason', () => {
    fc.assert(
      fc.property(fc.constantFrom('CD' as const, 'WD' as const), facts, (unit, some) => {
        const journey = recordAll(filed(unit), named(some));
        journey.ringsUntil(TOLD_ON);
        const book = new CalendarBook();
        for (const clock of journey.state.clocks) {
          const calendar = book.recall(clock.calendar, clock.knownOn, OFFICE_ID)!;
          const { dueOn, days } = explain(calendar, periodOf(clock));
          expect(dueOn).toBe(clock.dueOn);
          const counted = days.filter((one) => one.counted).map(({ number }) => number);
          expect(counted).toEqual(Array.from({ length: clock.amount }, (_, index) => index + 1));
          expect(days.map((one) => one.day)).toEqual(days.map((_, n) => addDays(days[0]!.day, n)));
          const paused = (on: Day) =>
            clock.pausedOver.some(({ from, until = on }) => from <= on && on < until);
          for (const one of days.slice(1)) {
            if (one.counted || one.why === 'paused') expect(one.counted).toBe(!paused(one.day));
          }
          expect([days.at(-1)?.day, paused(clock.dueOn)]).toEqual([clock.dueOn, false]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('pauses and the calendar (deadlines.md 3, 4)', () => {
  /** Published on Wed 2025-05-07: Friday the 9th is off, and so is Monday the 19th. */
  const amendment: HolidayNotice = {
    id: 'notice-2025-amendment',
    year: 2025,
    number: '国办发明电〔2025〕9号',
    dated: '2025-05-07',
    published: '2025-05-07',
    amendsEarlier: true,
    daysOff: ['2025-05-09', '2025-05-19'],
    workingDays: [],
  };
  const recorded = (at: Instant): CalendarRecord => ({ kind: 'notice', notice: amendment, recordedAt: at });
  const known = () => new CalendarBook([], SHIPPED_NOTICES);
  const onTime = recorded('2025-05-07T02:00:00.000Z');

  it('a notice moves a clock that was paused by its own days on top of those of the pause', () => {
    const journey = filed('WD', known()).appraised('2025-04-28').reported('2025-04-30');
    // Twenty working days end on 05-19; two of them were paused: 05-21. Two more are off: 05-23.
    expect(journey.clock(MEDIATE).dueOn).toBe('2025-05-21');
    journey.learns(onTime).rescheduled('2025-05-07');
    expect(journey.clock(MEDIATE)).toMatchObject({ status: 'running', dueOn: '2025-05-23' });
    expect(journey.clock(MEDIATE).moves).toMatchObject([{ from: '2025-05-21', to: '2025-05-23' }]);
  });

  it('a clock that stands still is counted by the notice when it goes on', () => {
    const journey = filed('WD', known()).appraised('2025-05-06').learns(onTime).rescheduled('2025-05-07');
    expect(journey.clock(MEDIATE)).toMatchObject({ status: 'paused', dueOn: '2025-05-19' });
    // With the two days off it would end on the 21st; the 6th, 7th and 8th were paused: the 22nd, 23rd and 26th.
    expect(journey.reported('2025-05-10').clock(MEDIATE)).toMatchObject({
      dueOn: '2025-05-26',
      calendar: 'notice-2025-amendment@1',
    });
  });

  it('a cap counts each day once, however many pauses of its reason lie over it, in whatever order they are told', () => {
    // 21–24, 23–28 and 05-06–12: the first two hold the term for seven days, two are left of nine for the third.
    const waits = [
      ['2025-04-21', '2025-04-25'],
      ['2025-04-23', '2025-04-28'],
      ['2025-05-06', '2025-05-12'],
    ] as const;
    const ORDERS = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ] as const;
    for (const order of ORDERS) {
      const journey = filed();
      for (const [n, which] of order.entries()) {
        const [from, until] = waits[which];
        journey.waited(from, until, addDays('2025-05-13', n), `wait ${String(which)}`);
      }
      const { pausedOver, dueOn } = journey.clock(MEDIATE);
      const over = pausedOver.map(({ from, until, endedBy }) => [from, until, endedBy]);
      expect({ order, over, dueOn }).toEqual({
        order,
        over: [
          ['2025-04-21', '2025-04-25', 'agreement'],
          ['2025-04-23', '2025-04-28', 'agreement'],
          ['2025-05-06', '2025-05-08', 'cap'],
        ],
        dueOn: '2025-05-26',
      });
    }
  });

  it('a cap in working days ends a pause later when one of them is taken away', () => {
    const journey = filed('WD', known()).waited('2025-04-28', '2025-05-30');
    // Nine working days: 04-28 to 04-30, 05-06 to 05-09, 05-12 and 05-13.
    expect(journey.clock(MEDIATE).rings).toEqual([{ rung: 'resume', at: '2025-05-13T16:00:00.000Z' }]);
    journey.learns(onTime).rescheduled('2025-05-07');
    expect(journey.clock(MEDIATE)).toMatchObject({
      status: 'paused',
      rings: [{ rung: 'resume', at: '2025-05-14T16:00:00.000Z' }],
    });
    const { length } = journey.events;
    expect(journey.rescheduled('2025-05-08').events).toHaveLength(length);
    // 04-18 to 04-27 counted six (04-27 is a make-up day), 05-15 is the seventh; 05-19 is off.
    journey.ringsUntil('2025-05-16');
    expect(journey.all('ClockResumed').at(-1)?.data).toMatchObject({ until: '2025-05-15', endedBy: 'cap' });
  });

  it('a late pause moves a date that had passed before the notice was recorded, but the notice does not', () => {
    const late = recorded('2025-05-27T02:00:00.000Z');
    const journey = filed('WD', known()).ringsUntil('2025-05-27').learns(late).rescheduled('2025-05-27');
    expect(journey.clock(MEDIATE)).toMatchObject({
      status: 'missed',
      dueOn: '2025-05-19',
      notMoved: { wouldBeDueOn: '2025-05-21', why: 'date-has-passed' },
    });
    journey.appraised('2025-04-28', '2025-05-28').reported('2025-04-30', '2025-05-28');
    journey.ringsUntil('2025-05-28');
    expect(journey.clock(MEDIATE)).toMatchObject({ status: 'missed', dueOn: '2025-05-21' });
  });

  it('a late pause that shows the date had not passed then lets the notice count', () => {
    const late = recorded('2025-05-20T02:00:00.000Z');
    const journey = filed('WD', known()).ringsUntil('2025-05-20').learns(late).rescheduled('2025-05-20');
    expect(journey.clock(MEDIATE)).toMatchObject({ status: 'missed', dueOn: '2025-05-19' });
    journey.appraised('2025-04-28', '2025-05-21').reported('2025-04-30', '2025-05-21');
    expect(journey.clock(MEDIATE)).toMatchObject({ status: 'running', dueOn: '2025-05-23' });
  });
});
