import type { Instant } from '#kernel';
import type {
  Commission,
  DisputePoint,
  FactsFound,
  InvestigationRecord,
  Investigator,
  Summons,
} from './facts.js';

/** From the reply to the established facts (调查取证). */
export interface InvestigationEvents {
  /** The investigators are named; named anew when they change. */
  InvestigationOpened: {
    readonly investigators: readonly Investigator[];
    readonly by: string;
    readonly openedAt: Instant;
  };
  PersonSummoned: Summons & { readonly by: string; readonly summonedAt: Instant };
  InvestigationCommissioned: Commission & { readonly by: string; readonly commissionedAt: Instant };
  DisputePointsIdentified: {
    readonly points: readonly DisputePoint[];
    readonly by: string;
    readonly identifiedAt: Instant;
  };
  InvestigationRecorded: InvestigationRecord;
  FactsEstablished: FactsFound;
}
