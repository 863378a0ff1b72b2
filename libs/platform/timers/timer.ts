import type { Instant } from '#kernel';

/** A clock that has run out, as the business gets it. */
export interface DueTimer {
  /** `<clock>/<kind>` */
  readonly timerId: string;
  readonly clock: string;
  /** The stream whose aggregate decides what that means. */
  readonly stream: string;
  readonly kind: string;
  readonly revision: number;
  readonly fireAt: Instant;
}

/**
 * The business command for a clock that has run out. It may be called more than once, by several
 * processes at once, and late; the aggregate decides, and deciding twice changes nothing. `done` when
 * the aggregate has decided, whatever it decided; `retry` when it could not be asked. May reject.
 */
export type FireTimer = (timer: DueTimer, now: Instant) => Promise<'done' | 'retry'>;

/** A pending timer with everything that decides whether it fires now. All times are the database's. */
export interface LoadedTimer extends DueTimer {
  readonly now: Instant;
  readonly due: boolean;
  /** Attempts that went wrong. */
  readonly failures: number;
  /** Not to be tried before so many ms of real time are over; `null` when a person has to look. */
  readonly retryInMs: number | null;
}

/** Names one setting of a timer: the same clock set anew is another. */
export function settingOf({ timerId, revision }: Pick<DueTimer, 'timerId' | 'revision'>): string {
  return `${timerId} ${revision}`;
}
