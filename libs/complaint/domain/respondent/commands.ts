import type { Instant } from '#kernel';
import type { RespondentInvestigation } from './facts.js';

/** What the handler says of the operator complained of. */
export interface RespondentCommands {
  IdentifyRespondent: { readonly operator: string };
}

/** What only people of that operator do; replying and reporting a settlement they share with the office. */
export interface OfRespondentCommands {
  AssignRespondent: { readonly responsible: string };
  RecordRespondentInvestigation: Omit<RespondentInvestigation, 'heldAt' | 'by'> & {
    readonly heldAt?: Instant;
  };
}
