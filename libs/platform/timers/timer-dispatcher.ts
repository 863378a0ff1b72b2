import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import type { Instant } from '#kernel';
import type { EventStore, LogReader, Position, RecordedEvent } from '#platform/event-store';
import { Leadership, type Term, WakeUp } from '#platform/leadership';
import type { ReadModels, Upcast } from '#platform/projections';
import type { WakeUpQueue } from '#platform/queue';
import type { Firing } from './firing.js';
import { QueueFiller } from './queue-filler.js';
import { sweepOverdue } from './sweep.js';
import type { TimerTable } from './timer-table.js';
import { TIMERS, type TimersDeclaration } from './timers-projection.js';

export interface TimerDispatcherOptions {
  readonly pool: Pool;
  readonly store: EventStore;
  /** The end of the log as everybody in this process reads it; the store's unless told. */
  readonly tail?: LogReader;
  readonly models: ReadModels;
  readonly table: TimerTable;
  readonly firing: Firing;
  readonly queue: WakeUpQueue;
  readonly upcast: Upcast;
  readonly timers: TimersDeclaration;
  /** Timers due within so long have a call in the queue, in ms. Default 24 hours. */
  readonly horizonMs?: number;
  /** How often the overdue are swept up, in ms. Default 30,000; every second while the queue is away. */
  readonly sweepEveryMs?: number;
  /** A sweep leaves to the queue what has been overdue for less, in ms. Default 1000. */
  readonly graceMs?: number;
  /** Timers a sweep fires at a time. Default 32. */
  readonly sweepConcurrency?: number;
  /** Whether the office's clock may be moved here. It is looked at four times a second then. Default: no. */
  readonly evaluation?: boolean;
  readonly leaseMs?: number;
  /** Told at each step of its two loops, and of its waiting to lead: it is getting on. */
  readonly onStep?: (loop: 'sweep' | 'log') => void;
  /** Told when the sweep lies down until a bell or a clock of this process wakes it. */
  readonly onRest?: () => void;
  /** Told at each step of a sweep that this process leads: overdue timers are being seen to. */
  readonly onSwept?: () => void;
  readonly onError?: (error: unknown) => void;
}

/** A clock with a timer that an event at that position sets or ends. */
interface ChangedClock {
  readonly clock: string;
  readonly position: Position;
  /** When the timer that is set comes due; undefined where one ends, and another may be the next. */
  readonly fireAt?: Instant;
}

const PAGE = 500;
const SEEN_MS = 30_000;
const CATCH_UP_MS = 5000;
/** A little more than a pause asked for, lest the database find it too early. */
const SLACK_MS = 5;
const AWAY_EVERY_MS = 1000;
const CLOCK_EVERY_MS = 250;

/** Sees to it that timers are woken up, and fires those that nobody woke. One leader over all processes. */
export class TimerDispatcher {
  readonly #options: Required<TimerDispatcherOptions>;
  readonly #leadership: Leadership;
  readonly #appended = new WakeUp();
  readonly #sweep = new WakeUp();
  readonly #filler: QueueFiller;
  #urgent = false;
  #moved = false;

  constructor(options: TimerDispatcherOptions) {
    this.#options = {
      tail: options.store,
      horizonMs: 86_400_000,
      sweepEveryMs: 30_000,
      graceMs: 1000,
      sweepConcurrency: 32,
      evaluation: false,
      leaseMs: 3000,
      onStep: () => undefined,
      onRest: () => undefined,
      onSwept: () => undefined,
      onError: () => undefined,
      ...options,
    };
    const { pool, store, models, queue, table, horizonMs, evaluation, leaseMs, onError } = this.#options;
    this.#filler = new QueueFiller(queue, table, horizonMs, evaluation, this.#swept);
    this.#leadership = new Leadership({
      pool,
      name: TIMERS,
      leaseMs,
      onError,
      // Until its release has built the table, one of the release before goes on.
      ready: () => models.waitFor(TIMERS, store.start, 0),
      onSeeking: this.#stepped,
      work: (term) => this.#lead(term),
    });
  }

  get leading(): boolean {
    return this.#leadership.leading;
  }

  start(): void {
    this.#leadership.start();
  }

  async stop(): Promise<void> {
    await this.#leadership.stop();
  }

  /** Sweeps as soon as possible, whatever has been overdue however short. */
  sweepNow(): void {
    this.#urgent = true;
    this.#sweep.ring();
  }

  async #lead({ signal }: Term): Promise<void> {
    const { store } = this.#options;
    // What came before this place is found in the table by the first sweep; what comes after, in the log.
    const from = await store.head();
    await this.#seen(from, signal, CATCH_UP_MS);
    const subscription = store.onAppended(this.#appended.ring);
    const failed = new AbortController();
    const until = AbortSignal.any([signal, failed.signal]);
    const tasks = [this.#followLog(from, until), this.#keepSweeping(until), this.#watchClock(until)];
    try {
      // One that fails ends the term; leading begins anew, with everything in the queue looked through.
      await Promise.all(tasks);
    } finally {
      failed.abort();
      await Promise.allSettled(tasks);
      await subscription.stop();
    }
  }

  async #followLog(from: Position, signal: AbortSignal): Promise<void> {
    const { tail } = this.#options;
    let position = from;
    while (!signal.aborted) {
      const page = await tail.readAll(position, PAGE);
      const near = await this.#near(page.events.flatMap((event) => this.#changedBy(event)));
      const last = near.at(-1);
      if (last && (await this.#seen(last.position, signal, SEEN_MS)))
        await this.#dispatch(near.map(({ clock }) => clock));
      position = page.next;
      this.#options.onStep('log');
      if (page.events.length < PAGE) await this.#appended.sleep(1000, signal);
    }
  }

  readonly #stepped = (): void => {
    this.#options.onStep('log');
    this.#options.onStep('sweep');
  };

  readonly #swept = (): void => {
    this.#options.onStep('sweep');
    this.#options.onSwept();
  };

  /** The clocks whose timers it sets or ends. One that ends leaves its call behind, which then finds nothing to do. */
  #changedBy(event: RecordedEvent): readonly ChangedClock[] {
    const { timers, upcast } = this.#options;
    const category = event.stream.split('-', 1)[0] ?? '';
    if (!timers.categories.includes(category)) return [];
    const { position } = event;
    return timers
      .timersOf(upcast(event))
      .map((change) =>
        change.op === 'set'
          ? { clock: change.clock, position, fireAt: change.fireAt }
          : { clock: change.clock, position },
      );
  }

  /**
   * Those where a timer ends, or is set to come due within the horizon. What is set beyond it has no call yet, and need not
   * be looked up.
   */
  async #near(changed: readonly ChangedClock[]): Promise<readonly ChangedClock[]> {
    if (changed.length === 0) return [];
    const horizon = await this.#options.table.inMs(this.#options.horizonMs);
    return changed.filter(({ fireAt }) => fireAt === undefined || fireAt <= horizon);
  }

  /** Waits until the table knows. While it lags or is stopped, the sweep is what there is. */
  async #seen(position: Position, signal: AbortSignal, ms: number): Promise<boolean> {
    for (let waited = 0; waited < ms && !signal.aborted; waited += 1000) {
      if (await this.#options.models.waitFor(TIMERS, position, 1000)) return true;
      this.#options.onStep('log');
    }
    return false;
  }

  async #dispatch(clocks: readonly string[]): Promise<void> {
    const moments = await this.#options.table.momentsOf([...new Set(clocks)]);
    if (moments.some(({ dueInMs }) => dueInMs <= 0)) this.sweepNow();
    await this.#unlessAway(() => this.#filler.schedule(moments.filter(({ dueInMs }) => dueInMs > 0)));
  }

  async #keepSweeping(signal: AbortSignal): Promise<void> {
    const { table, firing, queue, graceMs, sweepConcurrency, sweepEveryMs } = this.#options;
    this.#urgent = true;
    while (!signal.aborted) {
      const [urgent, moved] = [this.#urgent, this.#moved];
      this.#urgent = this.#moved = false;
      const patient = !urgent && !moved && queue.status().reachable;
      const began = performance.now();
      const againInMs = await sweepOverdue(table, firing, {
        graceMs: patient ? graceMs : 0,
        concurrency: sweepConcurrency,
        signal,
        onStep: this.#swept,
      });
      await this.#unlessAway(async () => {
        if (moved) await this.#filler.retime();
        await this.#filler.fill(2 * sweepEveryMs, performance.now() - began + graceMs + SLACK_MS);
      });
      this.#swept();
      const restMs = queue.status().reachable ? sweepEveryMs : AWAY_EVERY_MS;
      this.#urgent ||= againInMs < restMs;
      this.#options.onRest();
      await this.#sweep.sleep(Math.min(restMs, againInMs + SLACK_MS), signal);
      this.#options.onStep('sweep');
    }
  }

  async #watchClock(signal: AbortSignal): Promise<void> {
    if (!this.#options.evaluation) return;
    const rest = new WakeUp();
    let before = await this.#offset();
    while (!signal.aborted) {
      await rest.sleep(CLOCK_EVERY_MS, signal);
      const offset = await this.#offset();
      if (offset === before) continue;
      before = offset;
      const written = await this.#options.store.head();
      this.#moved = true;
      this.#sweep.ring();
      // What was set far ahead just before it moved may be due now, and the table may not know it yet.
      if (await this.#seen(written, signal, SEEN_MS)) this.sweepNow();
    }
  }

  async #offset(): Promise<string | undefined> {
    const { rows } = await this.#options.pool.query<{ offset: string }>(
      'select offset_ms::text as offset from platform.evaluation_clock',
    );
    return rows[0]?.offset;
  }

  /** A queue that is away is no fault: the sweep does its work, and fills it again when it is back. */
  async #unlessAway(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#options.onError(error);
      if (this.#options.queue.status().reachable) throw error;
    }
  }
}
