import { v5 as uuidv5 } from 'uuid';
import type { OfRespondentCommands, RespondentCommands } from '../../domain/index.js';
import { sealAll } from '../sealing.js';
import { wording, type Wordings } from './wording.js';

/** The operator's own investigation, in clear. */
export interface RespondentInvestigationInput {
  readonly heldAt?: string;
  readonly investigators: readonly string[];
  readonly facts: string;
  readonly evidence: readonly string[];
}

export const respondentWording = {
  IdentifyRespondent: wording((input: RespondentCommands['IdentifyRespondent']) => input),
  AssignRespondent: wording((input: OfRespondentCommands['AssignRespondent']) => input),
  RecordRespondentInvestigation: wording(
    async ({ heldAt, investigators, facts, evidence }: RespondentInvestigationInput, { seal, request }) => ({
      recordId: uuidv5('respondent-investigation', request.commandId),
      heldAt,
      investigators,
      facts: await seal('respondent.investigation-facts', facts),
      evidence: await sealAll(seal, 'respondent.investigation-evidence', evidence),
    }),
    'heldAt',
  ),
} satisfies Wordings<RespondentCommands & OfRespondentCommands>;
