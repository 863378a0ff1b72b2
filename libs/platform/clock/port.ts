import type { Instant } from '#kernel';

/**
 * The time of the office: the database's clock, plus the offset of the evaluation clock where there is one.
 * No process uses its own wall clock to decide anything.
 */
export abstract class Clock {
  /** Best estimate between two readings of the database's clock. Good for stamping, not for firing. */
  abstract now(): Instant;
  /** Asks the database. What is due is decided by this. */
  abstract read(): Promise<Instant>;
}
