import type { JobsOptions, Processor } from 'bullmq';

export type Data = Readonly<Record<string, string | number>>;

/** The parts of BullMQ's `Queue` used here; they do not depend on where it keeps its jobs. */
export interface AnyQueue {
  add(name: string, data: Data, opts: JobsOptions): Promise<unknown>;
  addBulk(jobs: { name: string; data: Data; opts: JobsOptions }[]): Promise<unknown>;
  remove(id: string): Promise<unknown>;
  getJobState(id: string): Promise<string>;
  close(): Promise<void>;
  /** Lets go of the connection without waiting for it. */
  disconnect(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** The parts of BullMQ's `Worker` used here. */
export interface AnyWorker {
  close(force?: boolean): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** What was found of the place before a queue is opened there. */
export interface Fitness {
  readonly reachable: boolean;
  /** What its operator should change. */
  readonly warnings: readonly string[];
}

/** Where BullMQ keeps its jobs. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  /** Looks whether the place is fit for a queue. Rejects where one must not be started. */
  prepare(): Promise<Fitness>;
  openQueue(name: string): AnyQueue;
  openWorker(name: string, concurrency: number, processor: Processor<Data>): AnyWorker;
}

/** A stopped server must be noticed when it is back, not a quarter of a minute later. */
export const WORKER_TIMES = { runRetryDelay: 1000, drainDelay: 5 } as const;
