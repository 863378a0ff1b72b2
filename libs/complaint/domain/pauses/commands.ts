import type { Day, Instant, Sealed } from '#kernel';
import type { Agreements } from './facts.js';

/** Pauses of the case with their evidence (期限中止). */
export interface PausesCommands {
  /** G55: an expert appraisal or test (鉴定、检测) that both parties agreed to. */
  PauseForAppraisal: {
    readonly pauseId: string;
    readonly body: string;
    readonly matter: Sealed;
    readonly agreements: Partial<Agreements>;
    readonly startedAt?: Instant;
  };
  ResumeAfterAppraisal: { readonly endedAt?: Instant; readonly report: Sealed };
  /** A09: both parties ask in writing for time to settle, until a day. */
  PauseAtPartiesRequest: {
    readonly pauseId: string;
    readonly agreements: Partial<Agreements>;
    readonly startedAt?: Instant;
    readonly until: Day;
  };
  /** One of them wants to go on before that day. */
  ResumeAtPartiesRequest: { readonly endedAt?: Instant; readonly report: Sealed };
}
