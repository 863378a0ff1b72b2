import type { Acts } from '../case/act.js';
import { OPEN_CASE } from '../case/phases.js';
import { isHandler } from '../filing/filing.js';
import type { OfRespondentCommands, RespondentCommands } from './commands.js';
import {
  assignRespondent,
  identifyRespondent,
  isRespondent,
  recordRespondentInvestigation,
} from './respondent.js';

/** From the service on the operator on, as long as the case is worked on. */
const SERVED = OPEN_CASE.filter((phase) => phase !== 'accepted');

export const respondentActs: Acts<RespondentCommands & OfRespondentCommands> = {
  IdentifyRespondent: { from: OPEN_CASE, to: ['same'], guard: isHandler, decide: identifyRespondent },
  AssignRespondent: { from: SERVED, to: ['same'], guard: isRespondent, decide: assignRespondent },
  RecordRespondentInvestigation: {
    from: SERVED,
    to: ['same'],
    guard: isRespondent,
    decide: recordRespondentInvestigation,
  },
};
