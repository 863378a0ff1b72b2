/** Somebody is to be woken. */
export interface WakeUpCall {
  /** Chosen by the caller; no `:`. A second call with the id of one that waits or runs is ignored. */
  readonly id: string;
  /**
   * How long from now, in ms of real time; nought or less means at once. Not an instant: the queue's clock
   * is not the office's, and only the caller can ask the office's.
   */
  readonly delayMs: number;
  /** Ids only. The queue is kept in clear text, on another server perhaps, and may be lost. */
  readonly data: Readonly<Record<string, string | number>>;
}

/** What a handler answers: nothing when it is done, or to be called again later. */
export type WakeUpAnswer = void | { readonly againInMs: number };

export type WakeUpHandler = (call: Omit<WakeUpCall, 'delayMs'>) => Promise<WakeUpAnswer>;

/** How a queue does, for health. */
export interface QueueStatus {
  readonly backend: 'redis' | 'postgres';
  /** Whether the last call or canary reached it. */
  readonly reachable: boolean;
  /** When a worker here last answered a canary, in ms since 1970 by this machine; `null` before the first. */
  readonly canaryAnsweredAt: number | null;
  /** How often a worker that had silently stopped was replaced. */
  readonly workersReplaced: number;
  /** What its operator should change, e.g. an eviction policy that drops jobs. */
  readonly warnings: readonly string[];
  readonly lastError: string | null;
}

/** The queue does not answer. Nobody waits for it: whatever was to be scheduled is found again by the sweep. */
export class QueueUnavailable extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`the queue did not ${what}`, options);
    this.name = 'QueueUnavailable';
  }
}

/**
 * Wakes things up at about the right time. It may forget, repeat, or be late: no promise rests on it.
 * Every call rejects with {@link QueueUnavailable} within seconds when the queue does not answer.
 */
export abstract class WakeUpQueue {
  abstract schedule(call: WakeUpCall): Promise<void>;
  abstract scheduleMany(calls: readonly WakeUpCall[]): Promise<void>;
  /** Forgets calls that still wait; ids that are not there are passed over. */
  abstract remove(ids: readonly string[]): Promise<void>;
  /** Whether a call of that id is known to the queue. */
  abstract has(id: string): Promise<boolean>;
  /** Starts answering calls. A handler that throws is not called again for that call. */
  abstract process(handler: WakeUpHandler): void;
  /**
   * Sends a canary through the queue and the worker here. False when the queue took it and nobody
   * answered in time: the worker is replaced then. Also done by itself, at once and at intervals.
   */
  abstract canary(): Promise<boolean>;
  abstract status(): QueueStatus;
  /**
   * Since when canaries have been left unanswered though the queue took them and the worker was replaced, for whoever
   * watches this process: the same value as long as that goes on, `null` when all is well or the queue is away.
   */
  abstract deafSince(): number | null;
  /** Finishes the calls being answered, for a few seconds at most, and lets go. */
  abstract close(): Promise<void>;
}
