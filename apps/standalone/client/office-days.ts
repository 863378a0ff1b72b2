import { setTimeout as sleep } from 'node:timers/promises';
import { USUAL_OFFICE_HOURS } from '#calendar';
import { addDays, addMilliseconds, dayInChina, startOfDayInChina, type Instant } from '#kernel';
import type { OfficeClient } from './office-client.js';

const ADMINISTRATOR = 'administrator';
const SETTLE_LIMIT_MS = 30_000;
const LOOK_EVERY_MS = 25;

/** The timers did not come to rest; the message says how they stood. */
export class TimersUnsettled extends Error {
  override readonly name = 'TimersUnsettled';
}

/** The days of an office on the evaluation clock: moved on so that every timer rings when it should. */
export class OfficeDays {
  constructor(
    private readonly client: OfficeClient,
    private readonly signal?: AbortSignal,
  ) {}

  async now(): Promise<Instant> {
    return (await this.asked('/v1/evaluation/clock')).now as Instant;
  }

  /**
   * Moves to a moment, by way of each midnight in China in between, where terms end, and of each hour at which offices
   * open, where they remind: so that reminders and misses are recorded in their time. Does nothing when that moment
   * has passed.
   */
  async goTo(target: Instant): Promise<void> {
    let now = await this.now();
    while (now < target) {
      this.signal?.throwIfAborted();
      const next = nextStop(now);
      now = await this.moveTo(next < target ? next : target);
      await this.settled();
    }
  }

  /** Waits until read models and reactions have caught up and every timer whose time has come has rung. */
  async settled(): Promise<void> {
    const until = Date.now() + SETTLE_LIMIT_MS;
    for (;;) {
      const unrest = await this.unrest();
      if (unrest === undefined) return;
      if (Date.now() > until) {
        throw new TimersUnsettled(`after ${SETTLE_LIMIT_MS / 1000} s the timers have not settled: ${unrest}`);
      }
      this.signal?.throwIfAborted();
      await sleep(LOOK_EVERY_MS);
    }
  }

  private async unrest(): Promise<string | undefined> {
    const models = await this.asked('/v1/system/projections');
    const items = models['items'] as { name: string; caughtUp: boolean }[];
    const behind = items.filter(({ caughtUp }) => !caughtUp).map(({ name }) => name);
    if (items.length === 0 || behind.length > 0) return `still reading: ${behind.join(', ')}`;
    const reactions = (await this.asked('/v1/system/reactions'))['items'] as typeof items;
    if (reactions.some(({ caughtUp }) => !caughtUp))
      return 'what follows at other offices is still under way';
    const answer = await this.client.get(ADMINISTRATOR, '/v1/system/timers');
    if (answer.status === 503) return 'the timers are still being built';
    const { overdue, parked } = answer.body['timers'] as { overdue: number; parked: number };
    return overdue > 0 ? `${overdue} timers are due, ${parked} parked` : undefined;
  }

  private async moveTo(to: Instant): Promise<Instant> {
    const answer = await this.client.post(ADMINISTRATOR, '/v1/evaluation/clock', { to });
    if (answer.status === 200) return answer.body['now'] as Instant;
    // Real time goes on as well: a moment a few milliseconds ahead may have passed meanwhile.
    if (answer.problem === 'clock-only-forward') return this.now();
    throw new Error(`the clock could not be moved to ${to}: ${answer.status} ${answer.problem}`);
  }

  private async asked(path: string): Promise<Record<string, unknown>> {
    const answer = await this.client.get(ADMINISTRATOR, path);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${answer.problem}`);
    return answer.body;
  }
}

/** A second after the office opens or the day ends, whichever comes first. */
function nextStop(now: Instant): Instant {
  const today = dayInChina(now);
  const opening = inChina(`${today} ${USUAL_OFFICE_HOURS.opens}`);
  const midnight = startOfDayInChina(addDays(today, 1));
  return [opening, midnight].map((at) => addMilliseconds(at, 1000)).find((at) => at > now) ?? midnight;
}

/** A moment by the wall clock in China: `2026-11-02 09:12`. */
export function inChina(text: string): Instant {
  return new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();
}
