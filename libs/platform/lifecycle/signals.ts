import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Aborts once the process has been told to end (Ctrl-C, SIGTERM, SIGHUP). Told a second time, it ends at once,
 * with 128 and the signal's number; children that are guarded end with it.
 */
export function endSignal(): AbortSignal {
  const told = new AbortController();
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (told.signal.aborted) process.exit(128 + constants.signals[signal]);
      told.abort();
    });
  }
  return told.signal;
}

/** Resolves when the signal is given. */
export function given(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** What is undone at the end, the last first. One that fails does not keep the others from being done. */
export class Closing {
  private readonly steps: (() => unknown)[] = [];
  private running: Promise<readonly unknown[]> | undefined;

  add(step: () => unknown): void {
    this.steps.push(step);
  }

  /** Undoes everything, once; answers what went wrong on the way. */
  run(): Promise<readonly unknown[]> {
    this.running ??= this.undo();
    return this.running;
  }

  private async undo(): Promise<readonly unknown[]> {
    const faults: unknown[] = [];
    for (const step of this.steps.splice(0).toReversed()) {
      try {
        await step();
      } catch (error) {
        faults.push(error);
      }
    }
    return faults;
  }
}
