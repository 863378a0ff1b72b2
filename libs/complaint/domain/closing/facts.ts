import type { Instant, Sealed } from '#kernel';
import type { Phase } from '../case/phase.js';

/** How far an agreement or decision has been performed when the case is closed (履行情况). */
export const PERFORMANCES = ['performed', 'partly-performed', 'not-performed', 'not-yet-due'] as const;
export type Performance = (typeof PERFORMANCES)[number];

/** What the closing form says (结案审批表, D20). */
export interface ClosingForm {
  readonly summary: Sealed;
  readonly result: Sealed;
  /** Absent where there was nothing to perform. */
  readonly performance?: Performance;
  readonly performanceNote?: Sealed;
  readonly annexes: readonly Sealed[];
}

/** A closing form, and what the leader said to it (G37). */
export interface Closing extends ClosingForm {
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  /** How the case ended (结案方式). */
  readonly way: Phase;
  readonly returned?: { readonly by: string; readonly at: Instant; readonly reason: Sealed };
  readonly approved?: { readonly by: string; readonly at: Instant; readonly opinion?: Sealed };
}

/** Why a case is taken up again (H16). */
export const REOPENING_CAUSES = [
  'dissatisfaction',
  'new-facts',
  'agreement-not-performed',
  'unsatisfactory-result',
  'fault-in-procedure',
] as const;
export type ReopeningCause = (typeof REOPENING_CAUSES)[number];

/** Where a reopened case goes on: as far as it had lawfully come. */
export type Resumption = 'under-review' | 'accepted' | 'filed' | 'under-investigation';

/** A case taken up again, with who has to answer for that (分清责任, H16). */
export interface Reopening {
  readonly by: string;
  readonly reopenedAt: Instant;
  readonly cause: ReopeningCause;
  readonly reason: Sealed;
  readonly department: string;
  /** Account id of the person responsible. */
  readonly person: string;
  readonly into: Resumption;
  /** Everything that the case had come to and that no longer stands. */
  readonly course: object;
}
