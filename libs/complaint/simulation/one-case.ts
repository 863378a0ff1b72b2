import { addMilliseconds, type Instant } from '#kernel';
import { Chance } from '#testing';
import type { complaintDecider } from '../domain/case/decider.js';
import { isEnding, type Ending } from '../domain/case/phases.js';
import type { Complaint, Phase } from '../domain/case/state.js';
import type { Clock } from '../domain/clocks/clock.js';
import { contextAt } from '../domain/fixture/complaint.js';
import { clocksOf, INVARIANTS, storedAsItIs, watching } from '../domain/fixture/invariants/index.js';
import { PlayedCase } from '../domain/fixture/playing.js';
import type { Asked } from '../domain/fixture/random-journey.js';
import { CaseFailed, type Entry } from './case-failed.js';
import type { Faults } from './faults.js';
import type { OfficeYears } from './office.js';
import { People, type Intention } from './people.js';
import { Timers } from './timers.js';

/** Nobody goes on for ever: then only the clocks of the case run on. */
const MOST_ACTS = 300;
const MOST_CORRECTIONS = 3;
const DAY = 86_400_000;
/** The usual term of retention, and a day. */
const RETENTION = 3_654 * DAY;

/** Which case it is, and where and when. */
export interface CaseSetting {
  readonly seed: number;
  readonly number: number;
  readonly arrives: Instant;
  readonly office: OfficeYears;
  readonly faults: Faults;
  readonly decider?: typeof complaintDecider;
}

/** What became of a case. */
export interface Played {
  readonly phase: Complaint['phase'];
  /** How it ended last, if it did. */
  readonly ending: Ending | undefined;
  readonly history: readonly Entry[];
  readonly commands: number;
  readonly refused: number;
  readonly clocks: readonly Clock[];
}

/** Plays a case from its arrival until it rests or the years are over. @throws CaseFailed */
export function playCase(setting: CaseSetting): Played {
  return new SimulatedCase(setting).play();
}

class SimulatedCase {
  private readonly chance: Chance;
  private readonly played: PlayedCase;
  private readonly people: People;
  private readonly timers: Timers;
  private readonly watch = watching(INVARIANTS);
  private readonly history: Entry[] = [];
  /** When the case next hears of a change of the calendar. */
  private news: Instant | undefined;
  private now: Instant;
  private commands = 0;
  private refused = 0;
  private ending: Ending | undefined;

  constructor(private readonly setting: CaseSetting) {
    const { seed, number, arrives, office, faults } = setting;
    this.chance = new Chance(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
    this.played = new PlayedCase(setting.decider);
    this.people = new People(this.chance, faults, office.book);
    this.timers = new Timers(this.chance, faults);
    this.now = arrives;
    this.news = this.nextNews(arrives);
  }

  play(): Played {
    this.livesOn();
    if (this.phase === 'archived') this.isPutAway();
    this.finish();
    const { history, commands, refused, ending, phase } = this;
    return { phase, ending, history, commands, refused, clocks: clocksOf(this.played.state) };
  }

  private get phase(): Phase | 'unregistered' {
    return this.played.state.phase;
  }

  /** People act, clocks ring and the calendar changes, each at its time, until the case rests. */
  private livesOn(): void {
    const { ends } = this.setting.office;
    let acts = 0;
    let next: Instant | undefined = this.now;
    for (;;) {
      const { news } = this;
      const ring = this.timers.next;
      const at = earliest(next, ring, next && news);
      if (at === undefined || at > ends) return;
      this.now = at;
      if (at === ring) this.rings();
      else if (at === news) this.learns();
      else {
        this.acts();
        acts += 1;
        next = this.rests(acts) ? undefined : this.people.patience(this.played.state, at);
      }
    }
  }

  /** A case that was put away is taken up again only now and then. */
  private rests(acts: number): boolean {
    return acts >= MOST_ACTS || (this.phase === 'archived' && !this.chance.is(0.15));
  }

  private acts(): void {
    const intention = this.people.act(this.played.state, this.now);
    if (intention) this.tries(intention);
  }

  /** Who is refused looks at what he wrote and asks again, a few minutes later. */
  private tries(intention: Intention): void {
    const { chance, people, setting } = this;
    let asked = people.says(intention, this.played.state, this.now);
    for (let times = 0; !this.asks(asked) && times < MOST_CORRECTIONS; times += 1) {
      this.passes(chance.between(1, 30) * 60_000);
      setting.faults.corrected += 1;
      asked = people.says(intention, this.played.state, this.now);
    }
    if (!chance.is(0.06)) return;
    setting.faults.repeated += 1;
    this.passes(chance.between(0, 60) * 60_000);
    this.asks({ ...asked, now: this.now });
  }

  /** A little time, in which clocks ring. */
  private passes(ms: number): void {
    const until = addMilliseconds(this.now, ms);
    for (let at = this.timers.next; at !== undefined && at <= until; at = this.timers.next) {
      this.now = at;
      this.rings();
    }
    this.now = until;
  }

  private rings(): void {
    const ring = this.timers.take();
    if (!ring) return;
    const { clock, rung, revision } = ring;
    this.asks({
      now: this.now,
      by: 'system',
      command: { type: 'RingClock', data: { clock, rung, revision } },
    });
  }

  private learns(): void {
    this.news = this.nextNews(this.now);
    this.asks({ now: this.now, by: 'system', command: { type: 'RescheduleClocks', data: {} } });
  }

  /** Mostly it hears of a change at once, or late; or never, and then its clocks find out when they ring. */
  private nextNews(after: Instant): Instant | undefined {
    const { chance } = this;
    const at = this.setting.office.news.find((one) => one > after && !chance.is(0.1));
    if (at === undefined || !chance.is(0.2)) return at;
    this.setting.faults['calendar late'] += 1;
    return addMilliseconds(at, chance.between(DAY / 24, 3 * DAY));
  }

  /** Gives the command and looks at what came of it. @returns whether it was not refused */
  private asks(asked: Asked): boolean {
    try {
      const context = contextAt(asked.now, asked.by, undefined, this.setting.office.book);
      const step = this.played.takes(asked, context);
      const { now, by } = asked;
      for (const event of step.events) this.history.push({ now, by, event });
      this.timers.follow(step.events, now);
      this.watch(step);
      this.commands += 1;
      if (step.events.length > 0 && isRecordedLate(asked)) this.setting.faults['recorded late'] += 1;
      if (isEnding(step.after.phase as Phase)) this.ending = step.after.phase as Ending;
      const wasRefused = 'refused' in step.answer;
      if (wasRefused) this.refused += 1;
      return !wasRefused;
    } catch (cause) {
      throw this.failed(cause, asked);
    }
  }

  /** Of some, the volume is destroyed when its retention is over. */
  private isPutAway(): void {
    if (!this.chance.is(0.05)) return;
    this.now = addMilliseconds(this.now, RETENTION);
    for (let acts = 0; acts < 6; acts += 1) {
      this.acts();
      this.asks({ now: this.now, by: 'system', command: { type: 'RecordDestruction', data: { keys: 2 } } });
      this.passes(DAY);
    }
  }

  private finish(): void {
    const broken = storedAsItIs(this.played.history, this.played.state);
    if (broken) throw this.failed(broken, undefined);
  }

  private failed(cause: unknown, asked: Asked | undefined): CaseFailed {
    const { seed, number } = this.setting;
    return new CaseFailed(seed, number, this.history, asked, cause);
  }
}

function earliest(...moments: readonly (Instant | undefined)[]): Instant | undefined {
  return moments.filter((one) => one !== undefined).toSorted()[0];
}

/** It says of something that it happened before now. */
function isRecordedLate({ command, now }: Asked): boolean {
  return Object.entries(command.data).some(
    ([field, value]) => field.endsWith('At') && typeof value === 'string' && value < now,
  );
}
