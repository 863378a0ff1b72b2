import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import {
  isSaveDue,
  UNSAVED_MS,
  type EventStore,
  type LogReader,
  type Position,
  type RecordedEvent,
  type Subscription,
} from '#platform/event-store';
import { failPoint } from '#platform/failpoint';
import { Leadership, type Term, WakeUp } from '#platform/leadership';
import { Checkpoint } from './checkpoint.js';
import { Failures, type FailuresOptions } from './failures.js';
import { concerns, type Reaction } from './reaction.js';

export interface ReactionRunnerOptions extends FailuresOptions {
  readonly pool: Pool;
  readonly store: EventStore;
  /** The end of the log as everybody in this process reads it; the store's unless told. */
  readonly tail?: LogReader;
  readonly reaction: Reaction;
  /** How long a leader may be silent before another takes over, in ms. Default 3000. */
  readonly leaseMs?: number;
  /** Told at each step, and of its waiting to lead: it is getting on. */
  readonly onStep?: () => void;
  readonly onError?: (reaction: string, error: unknown) => void;
}

const PAGE = 500;
const IDLE_MS = 500;
/** How often a leader with nothing to do looks whether it still leads, in ms. */
const CONFIRM_MS = 2000;

/**
 * Follows the log and lets a reaction act on what concerns it. One leader over all processes; the checkpoint moves
 * when what lies before it has been acted on, or is kept to be tried again. Killed anywhere, it does the last page again.
 */
export class ReactionRunner {
  readonly #wake = new WakeUp();
  readonly #leadership: Leadership;
  readonly #failures: Failures;
  #subscription: Subscription | undefined;

  constructor(private readonly options: ReactionRunnerOptions) {
    const { pool, reaction, leaseMs } = options;
    this.#failures = new Failures(pool, reaction.name, options);
    this.#leadership = new Leadership({
      pool,
      name: `reaction ${reaction.name}`,
      ...(leaseMs === undefined ? {} : { leaseMs }),
      onSeeking: this.#stepped,
      work: (term) => this.#lead(term),
      onError: (error) => this.#tell(error),
    });
  }

  /** Starts following; returns at once. */
  start(): void {
    this.#subscription ??= this.options.store.onAppended(this.#wake.ring);
    this.#leadership.start();
  }

  /** Finishes the event at hand and hands leadership on. */
  async stop(): Promise<void> {
    await this.#subscription?.stop();
    this.#subscription = undefined;
    await this.#leadership.stop();
  }

  async #lead({ fence, signal }: Term): Promise<void> {
    const { pool, store, reaction, tail = store } = this.options;
    const checkpoint = await Checkpoint.claim(pool, reaction.name, store.start, fence);
    let position = checkpoint.position;
    let savedAt = performance.now();
    let confirmedAt = savedAt;
    while (!signal.aborted) {
      this.#stepped();
      const page = await tail.readAll(position, PAGE);
      const mine = page.events.filter((event) => isNew(store, event, position) && concerns(reaction, event));
      for (const event of mine) {
        await this.#act(event);
        await checkpoint.moveTo(event.position);
        if (signal.aborted) return;
      }
      position = later(store, page.next, position);
      if (mine.length > 0 || isSaveDue(savedAt, page.events.length === 0)) {
        await checkpoint.moveTo(position);
        savedAt = performance.now();
      }
      if (page.events.length === PAGE) continue;
      await this.#tryAgain(signal);
      if (performance.now() - confirmedAt >= CONFIRM_MS) {
        await checkpoint.confirm();
        confirmedAt = performance.now();
      }
      await this.#wake.sleep(position === checkpoint.position ? IDLE_MS : UNSAVED_MS, signal);
    }
  }

  /** Never rejects for what the reaction throws: the event is kept to be tried again. */
  async #act(event: RecordedEvent): Promise<boolean> {
    this.#stepped();
    try {
      await this.options.reaction.react(event);
    } catch (error) {
      this.#tell(error);
      await this.#failures.add(event, error);
      return false;
    }
    failPoint('after-reaction');
    return true;
  }

  async #tryAgain(signal: AbortSignal): Promise<void> {
    for (const { id, stream, revision } of await this.#failures.due()) {
      if (signal.aborted) return;
      const [event] = await this.options.store.readStream(stream, { fromRevision: revision, limit: 1 });
      if (event === undefined || event.id !== id)
        throw new Error(`${stream} has no event ${id} at ${revision}`);
      if (await this.#act(event)) await this.#failures.remove(id);
    }
  }

  readonly #stepped = (): void => this.options.onStep?.();

  #tell(error: unknown): void {
    this.options.onError?.(this.options.reaction.name, error);
  }
}

/** A store may deliver an event twice. */
function isNew(store: EventStore, event: RecordedEvent, position: Position): boolean {
  return store.comparePositions(event.position, position) > 0;
}

function later(store: EventStore, next: Position, position: Position): Position {
  return store.comparePositions(next, position) > 0 ? next : position;
}
