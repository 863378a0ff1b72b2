import type { Day, Instant, Sealed } from '#kernel';
import type { PauseReason } from '#rulebook';

/** Reasons for which a case is paused by an act of its own; a supplement is awaited by itself. */
export const RECORDED_PAUSES = ['expert-appraisal', 'parties-request'] as const satisfies PauseReason[];
export type RecordedReason = (typeof RECORDED_PAUSES)[number];

/** What each side has agreed to, or asked for, in writing. */
export interface Agreements {
  readonly complainant: Sealed;
  readonly respondent: Sealed;
}

/** A pause of the case (期限中止) with what it rests on. Which clocks it stops, their rules say. */
export interface CasePause {
  readonly pauseId: string;
  readonly reason: RecordedReason;
  readonly startedAt: Instant;
  /** Agreed beforehand: the day on which it ends by itself. */
  readonly endsOn?: Day;
  readonly agreements: Agreements;
  /** The body that appraises or tests (鉴定、检测机构), and what. */
  readonly body?: string;
  readonly matter?: Sealed;
  readonly recordedBy: string;
  readonly endedAt?: Instant;
  /** What came of it. */
  readonly report?: Sealed;
}
