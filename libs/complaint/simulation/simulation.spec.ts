import { describe, expect, it } from '@jest/globals';
import { addDays, addMilliseconds, isRefusal } from '#kernel';
import { complaintDecider } from '../domain/case/decider.js';
import type { ComplaintEvent } from '../domain/case/events.js';
import { CaseFailed } from './case-failed.js';
import { command } from './command.js';
import { FAULTS } from './faults.js';
import { told } from './report.js';
import { simulate, type SimulationOptions } from './run.js';

type Decider = typeof complaintDecider;
const SMALL = { years: 2, cases: 40, seed: 7 } as const;

/** How a run with this fault planted in the domain fails. */
function failureOf(options: SimulationOptions): CaseFailed {
  try {
    simulate(options);
  } catch (error) {
    if (error instanceof CaseFailed) return error;
    throw error;
  }
  throw new Error('nothing was noticed');
}

/** A decider that answers one command otherwise. */
function answering(
  change: (...asked: Parameters<Decider['decide']>) => ReturnType<Decider['decide']>,
): Decider {
  return { ...complaintDecider, decide: change };
}

const { decide, evolve } = complaintDecider;
const DAY = 86_400_000;
const PASSES: readonly string[] = ['DecideAcceptance', 'ApproveFiling', 'IssueDocument', 'ApproveClosing'];

/** Faults as a programmer makes them, and what holds no longer. */
const PLANTED: readonly (readonly [string, Decider, RegExp])[] = [
  [
    'the author may pass his own work',
    answering((command, state, context) => {
      const answer = decide(command, state, context);
      if (!PASSES.includes(command.type) || !isRefusal(answer)) return answer;
      const another = { ...context, actor: { ...context.actor, id: 'another' } };
      const passed = decide(command, state, another);
      const own = JSON.stringify(passed).replaceAll('"another"', `"${context.actor.id}"`);
      return JSON.parse(own) as typeof passed;
    }),
    /nobody passes the own work|approval of another than its author/,
  ],
  [
    'a clock rings before its time',
    answering((command, state, context) =>
      command.type === 'RingClock'
        ? decide(command, state, { ...context, now: addMilliseconds(context.now, 2 * DAY) })
        : decide(command, state, context),
    ),
    /deadlines 6/,
  ],
  [
    'that somebody was reminded is forgotten',
    {
      ...complaintDecider,
      evolve: (state, event) => (event.type === 'ClockReminded' ? state : evolve(state, event)),
    },
    /again changes nothing|open rings|reminded twice/,
  ],
  [
    'a timer rings, and nothing follows',
    answering((command, state, context) =>
      command.type === 'RingClock' ? [] : decide(command, state, context),
    ),
    /has its effect/,
  ],
  [
    'a term is a day too long',
    answering((command, state, context) => {
      const answer = decide(command, state, context);
      return isRefusal(answer) ? answer : answer.map(longer);
    }),
    /what its own period counts to/,
  ],
];

function longer(event: ComplaintEvent): ComplaintEvent {
  if (event.type !== 'ClockStarted') return event;
  const { dueOn, dueAt } = event.data;
  const data = { ...event.data, dueOn: addDays(dueOn, 1), dueAt: addMilliseconds(dueAt, DAY) };
  return { ...event, data };
}

describe('years of an office on simulated time', () => {
  it('everything holds, every fault of people and machines came about, and the same seed gives the same digest', () => {
    const summary = simulate(SMALL);
    expect(FAULTS.filter((fault) => summary.faults[fault] === 0)).toEqual([]);
    expect(summary.cases).toBe(SMALL.cases);
    expect(Object.keys(summary.ended).length).toBeGreaterThan(3);
    for (const status of ['met', 'met-late', 'missed', 'cancelled'] as const)
      expect(summary.clocks[status]).toBeGreaterThan(0);
    expect(told(summary, 1)).toContain(`digest         ${summary.digest}`);

    const few = { ...SMALL, cases: 8 };
    const once = simulate(few);
    expect(simulate(few)).toEqual(once);
    expect(simulate({ ...few, seed: 8 }).digest).not.toBe(once.digest);
  }, 120_000);

  it.each(PLANTED)('is caught when %s', (_, decider, invariant) => {
    const failure = failureOf({ ...SMALL, decider });
    expect(failure.message).toMatch(invariant);
    expect(failure.story).toMatch(/^FAILED {2}seed 7, case \d+\n {2}\S+ \S+: ComplaintRegistered /);
    expect(failure.story).toMatch(/\nbroken {2}/);

    const alone = failureOf({ ...SMALL, decider, only: failure.number });
    expect(alone.story).toBe(failure.story);
  });

  it('the command ends with 0 where everything held, 1 where something was broken, 2 where it was not understood', () => {
    const [, early] = PLANTED.map(([, decider]) => decider);
    const runs = (args: string, decider?: Decider) => {
      const said: string[] = [];
      const say = (text: string) => said.push(text);
      const code = command(args.split(' '), { out: say, error: say }, decider);
      return { code, said: said.join('\n') };
    };
    expect(runs('--years 1 --cases 2 --seed 3 --seeds 2')).toEqual({
      code: 0,
      said: expect.stringMatching(/^seed 3: .+\nseed 4: .+\n2 seeds, nothing broken/),
    });
    expect(runs('--years 2 --cases 40 --seed 7', early)).toEqual({
      code: 1,
      said: expect.stringMatching(
        /^FAILED[^]+\nagain {3}npm run simulate -- --years 2 --cases 40 --seed 7 --case \d+$/,
      ),
    });
    expect(runs('--years many').code).toBe(2);
    expect(runs('--cases 3 --case 3').said).toMatch(/from 0 to 2 is needed/);
    expect(runs('--months 3').code).toBe(2);
  });
});
