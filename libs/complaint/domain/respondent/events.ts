import type { Instant } from '#kernel';
import type { RespondentInvestigation } from './facts.js';

/** The operator complained of: who it is, and what it does about the case (被投诉人). */
export interface RespondentEvents {
  /** The respondent is that operator of the installation, which sees the case once it has been served. */
  RespondentIdentified: { readonly operator: string; readonly by: string; readonly at: Instant };
  RespondentAssigned: { readonly responsible: string; readonly by: string; readonly at: Instant };
  RespondentInvestigationRecorded: RespondentInvestigation;
}
