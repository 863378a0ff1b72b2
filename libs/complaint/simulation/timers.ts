import { addMilliseconds, type Instant } from '#kernel';
import type { Chance } from '#testing';
import type { CommandOf } from '../domain/case/commands.js';
import type { ComplaintEvent } from '../domain/case/events.js';
import { timersOf } from '../domain/clocks/timers-of.js';
import type { Faults } from './faults.js';

type Ring = CommandOf<'RingClock'>['data'] & { readonly at: Instant };

const MINUTE = 60_000;
const DAY = 86_400_000;
/** However long a worker is down, the sweep finds what it left lying. */
const LATEST_MS = 12 * DAY;

/** The timers of one case: set and called off by its events, rung by machines that are late, early or do it twice. */
export class Timers {
  private rings: Ring[] = [];

  constructor(
    private readonly chance: Chance,
    private readonly faults: Faults,
  ) {}

  follow(events: readonly ComplaintEvent[], now: Instant): void {
    for (const effect of events.flatMap((event) => timersOf(event))) {
      this.callOff(effect.clock, effect.rung);
      if (effect.op === 'set') this.set(effect, now);
    }
  }

  /** The next to ring. */
  get next(): Instant | undefined {
    return this.rings[0]?.at;
  }

  take(): Ring | undefined {
    return this.rings.shift();
  }

  private set({ fireAt, ...ring }: Omit<Ring, 'at'> & { readonly fireAt: Instant }, now: Instant): void {
    const { chance, faults } = this;
    const moment = fireAt > now ? fireAt : now;
    const lateness = this.lateness();
    if (lateness > MINUTE) faults['timer late'] += 1;
    const at = addMilliseconds(moment, lateness);
    this.rings.push({ ...ring, at });
    if (chance.is(0.1)) {
      faults['timer twice'] += 1;
      this.rings.push({ ...ring, at: addMilliseconds(at, chance.between(0, 3 * DAY)) });
    }
    const early = addMilliseconds(fireAt, -chance.between(1, 2 * DAY));
    if (chance.is(0.08) && early > now) {
      faults['timer early'] += 1;
      this.rings.push({ ...ring, at: early });
    }
    this.rings.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  }

  private lateness(): number {
    const { chance } = this;
    const usual = chance.next();
    if (usual < 0.6) return 0;
    if (usual < 0.85) return chance.between(1, MINUTE);
    return usual < 0.97 ? chance.between(MINUTE, DAY) : chance.between(DAY, LATEST_MS);
  }

  /** Jobs of a timer that stands no more are mostly taken back. */
  private callOff(clock: string, rung: string): void {
    this.rings = this.rings.filter((ring) => {
      if (ring.clock !== clock || ring.rung !== rung) return true;
      const strays = this.chance.is(0.15);
      if (strays) this.faults['timer stale'] += 1;
      return strays;
    });
  }
}
