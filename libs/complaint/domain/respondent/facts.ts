import type { Instant, Sealed } from '#kernel';

/** The operator's own investigation of the complaint against it (调查记录, B10). */
export interface RespondentInvestigation {
  readonly recordId: string;
  readonly heldAt: Instant;
  /** Ids of the people of the operator who investigated; at least two. */
  readonly investigators: readonly string[];
  readonly facts: Sealed;
  readonly evidence: readonly Sealed[];
  readonly by: string;
}

/** What the operator complained of has done about the case. */
export interface RespondentSide {
  /** Id of the operator, as the installation knows it. */
  readonly operator: string;
  /** Who of the operator is responsible for the case (承办责任人, B05). */
  readonly responsible?: string;
  readonly investigations: readonly RespondentInvestigation[];
}
