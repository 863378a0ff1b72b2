import { addMilliseconds, type Instant } from '#kernel';
import type { CalendarBook } from '#calendar';
import type { Chance } from '#testing';
import { possibleActions, type PossibleAction } from '../domain/case/allowed-actions.js';
import type { ComplaintCommandType } from '../domain/case/commands.js';
import type { Complaint, RegisteredComplaint } from '../domain/case/state.js';
import { TRANSITIONS } from '../domain/case/transitions.js';
import { ASIDE, isInHand, RARE } from '../domain/fixture/aside.js';
import { contextAt, EVERYBODY, type Person } from '../domain/fixture/complaint.js';
import { commandOf, type Asked } from '../domain/fixture/random-journey.js';
import type { Faults } from './faults.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TYPES = (Object.keys(TRANSITIONS) as ComplaintCommandType[]).filter(
  (type) => type !== 'RingClock' && type !== 'RescheduleClocks',
);

/** What somebody means to do: who, and which act about which thing. */
export interface Intention {
  readonly by: Person;
  readonly about: About;
}

type About = Omit<PossibleAction, 'action' | 'refusal'> & { readonly action: ComplaintCommandType };

/** The people of an office and of an operator: mostly they do what is to be done, and now and then they do not. */
export class People {
  private readonly done = new Map<string, number>();
  private last: Person = 'registrar';

  constructor(
    private readonly chance: Chance,
    private readonly faults: Faults,
    private readonly book: CalendarBook,
  ) {}

  /** How long until somebody does something next. */
  patience(state: Complaint, now: Instant): Instant {
    const { chance } = this;
    const kind = chance.next();
    if (kind < 0.01) return this.noted('forgotten', addMilliseconds(now, chance.between(10 * DAY, 50 * DAY)));
    if (kind < 0.04) return this.noted('late', addMilliseconds(now, chance.between(2 * DAY, 10 * DAY)));
    if (kind > 0.97) {
      const at = lastMoment(state, now, chance);
      if (at !== undefined) return this.noted('at the last moment', at);
    }
    return addMilliseconds(now, kind < 0.5 ? chance.between(0, HOUR) : chance.between(HOUR, 12 * HOUR));
  }

  /** What somebody does now; undefined where there is nothing that anybody could do. */
  act(state: Complaint, now: Instant): Intention | undefined {
    const { chance } = this;
    if (state.phase === 'unregistered') return { by: 'registrar', about: { action: 'RegisterComplaint' } };
    if (chance.is(0.06)) {
      this.faults.wrong += 1;
      return { by: chance.pick(EVERYBODY), about: { action: chance.pick(TYPES) } };
    }
    const { last } = this;
    const intention = this.possible(state, now);
    this.last = intention?.by ?? last;
    if (!intention || !chance.is(0.08)) return intention;
    this.faults['wrong person'] += 1;
    // Most often it is who did the thing before, and goes on.
    return { ...intention, by: chance.is(0.5) ? last : chance.pick(EVERYBODY) };
  }

  /** The command in which the intention is put, with contents that may be right or wrong. */
  says({ by, about }: Intention, state: Complaint, now: Instant): Asked {
    const dice = Array.from({ length: 6 }, () => this.chance.between(0, 9999));
    const registered = state.phase === 'unregistered' ? undefined : state;
    const hours = this.chance.between(0, 30);
    return { now, by, command: commandOf(about.action, registered, { dice, hours }, now, about) };
  }

  /** Somebody who can do something, and of three such things the one that was done least often. */
  private possible(state: RegisteredComplaint, now: Instant): Intention | undefined {
    const { chance } = this;
    const withAside = chance.is(0.05);
    const withRare = chance.is(0.2);
    for (const by of chance.shuffled(EVERYBODY)) {
      const ways = possibleActions(state, contextAt(now, by, undefined, this.book)).filter(
        ({ action, refusal }) =>
          refusal === undefined &&
          (withAside || !(ASIDE.includes(action) || isInHand(state, action))) &&
          (withRare || !RARE.includes(action)),
      );
      if (ways.length === 0) continue;
      const about = Array.from({ length: 3 }, () => chance.pick(ways)).reduce((one, other) =>
        this.timesOf(one) <= this.timesOf(other) ? one : other,
      );
      this.done.set(nameOf(about), this.timesOf(about) + 1);
      return { by, about };
    }
    return undefined;
  }

  private timesOf(about: About): number {
    return this.done.get(nameOf(about)) ?? 0;
  }

  private noted<T>(fault: 'forgotten' | 'late' | 'at the last moment', at: T): T {
    this.faults[fault] += 1;
    return at;
  }
}

function nameOf({ action, documentKind = '' }: About): string {
  return `${action} ${documentKind}`;
}

/** Just before, at or just after the moment that a clock runs out. */
function lastMoment(state: Complaint, now: Instant, chance: Chance): Instant | undefined {
  if (state.phase === 'unregistered') return undefined;
  const ahead = state.clocks.filter(({ status, dueAt }) => status === 'running' && dueAt > now);
  if (ahead.length === 0) return undefined;
  const at = addMilliseconds(chance.pick(ahead).dueAt, chance.between(-1, 1));
  return at > now ? at : undefined;
}
