import type { Job } from 'bullmq';

export type QueueKind = 'redis' | 'postgres';

/** The queue of a run, in the hands of somebody who means it no good. */
export interface RunQueue {
  readonly kind: QueueKind;
  /** What processes are told, so that they find it. */
  environment(): Record<string, string>;
  /** Everything it held is gone. */
  empty(): Promise<void>;
  /** It answers nobody. */
  takeAway(): Promise<void>;
  bringBack(): Promise<void>;
  /** It is what it was when {@link keepCopy} was called. */
  keepCopy(): Promise<void>;
  putCopyBack(): Promise<void>;
  /** As one of its clients, past everything that the product does. */
  asClient(work: (client: QueueClient) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** The parts of BullMQ's `Queue` that are needed to disturb it. */
export interface QueueClient {
  getDelayed(start: number, end: number): Promise<Job[]>;
  add(name: string, data: object, opts: object): Promise<unknown>;
}

/** Name of the queue and prefix of its keys, as the worker has them. */
export const QUEUE = 'timers';
export const PREFIX = 'tousu';
