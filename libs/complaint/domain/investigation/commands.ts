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
export interface InvestigationCommands {
  OpenInvestigation: { readonly investigators: readonly Investigator[]; readonly openedAt?: Instant };
  SummonPerson: Summons;
  CommissionInvestigation: Commission;
  IdentifyDisputePoints: { readonly points: readonly DisputePoint[] };
  RecordInvestigation: Omit<InvestigationRecord, 'heldAt' | 'recordedBy'> & { readonly heldAt?: Instant };
  EstablishFacts: Omit<FactsFound, 'establishedAt' | 'by'> & { readonly establishedAt?: Instant };
}
