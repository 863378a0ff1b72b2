import type { Instant, Sealed } from '#kernel';
import type { CasePause } from './facts.js';

/** Pauses of the case that somebody records (期限中止). What they do to each clock, the clock's own events say. */
export interface PausesEvents {
  CasePaused: Omit<CasePause, 'endedAt' | 'report'>;
  CaseResumed: {
    readonly pauseId: string;
    readonly endedAt: Instant;
    readonly report?: Sealed;
    readonly recordedBy: string;
  };
}
