import { performance } from 'node:perf_hooks';

/** Work in this process that has to go on. */
export interface WatchedPart {
  readonly name: string;
  /** Longest it may stand still, in ms. */
  readonly limitMs: number;
  /** Something else after each step; `null` while there is nothing to get on with. */
  readonly mark: () => unknown;
}

/** A part that has stood still for too long. */
export class StoodStill extends Error {
  constructor(
    readonly part: string,
    /** How long, in ms. */
    readonly stillMs: number,
  ) {
    super(`"${part}" has stood still for ${Math.round(stillMs / 1000)} s`);
    this.name = 'StoodStill';
  }
}

/** No statement lasts longer than 15 s, no answer of the queue longer than 30: whoever is silent for two minutes has stopped. */
export const STANDSTILL_MS = 120_000;
const LOOK_MS = 1000;

/**
 * Notices that a part of this process has silently stopped: a promise that is never kept, a connection on which
 * nobody answers. It does not mend it; whoever is told ends the process, so that a fresh one takes its place.
 */
export class Watch {
  readonly #parts: { readonly part: WatchedPart; mark: unknown; stillMs: number }[] = [];
  readonly #lookMs: number;
  #timer: NodeJS.Timeout | undefined;
  #lookedAt = 0;

  constructor(options: { readonly lookMs?: number } = {}) {
    this.#lookMs = options.lookMs ?? LOOK_MS;
  }

  add(part: WatchedPart): this {
    this.#parts.push({ part, mark: part.mark(), stillMs: 0 });
    return this;
  }

  /** Starts looking. `onStandstill` is told once, of the first part that stood still for longer than it may. */
  start(onStandstill: (error: StoodStill) => void): void {
    this.#lookedAt = performance.now();
    this.#timer = setInterval(() => {
      const found = this.#look();
      if (found === undefined) return;
      this.stop();
      onStandstill(found);
    }, this.#lookMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Time in which the whole process stood still (SIGSTOP, a suspended machine) is nobody's standstill. */
  #look(): StoodStill | undefined {
    const now = performance.now();
    const passedMs = Math.min(now - this.#lookedAt, 2 * this.#lookMs);
    this.#lookedAt = now;
    for (const one of this.#parts) {
      const mark = one.part.mark();
      one.stillMs = mark === null || mark !== one.mark ? 0 : one.stillMs + passedMs;
      one.mark = mark;
      if (one.stillMs > one.part.limitMs) return new StoodStill(one.part.name, one.stillMs);
    }
    return undefined;
  }
}

/** Counts the steps of a loop, for a {@link WatchedPart}. */
export class Pulse {
  #steps = 0;
  #resting = false;

  readonly beat = (): void => {
    this.#steps += 1;
    this.#resting = false;
  };

  /** It sleeps on purpose; the next beat says that it is up. */
  readonly rest = (): void => {
    this.#resting = true;
  };

  readonly mark = (): number | null => (this.#resting ? null : this.#steps);
}
