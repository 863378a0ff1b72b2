import type { RegisteredComplaint } from '../case/state.js';
import type { Respondent } from '../intake/facts.js';
import type { RespondentSide } from './facts.js';

/** What the operator complained of has done; undefined while nobody knows which operator it is. */
export function sideOf(state: RegisteredComplaint): RespondentSide | undefined {
  const { operator } = state.registration.respondent;
  return state.respondentSide ?? (operator === undefined ? undefined : { operator, investigations: [] });
}

/** The respondent as the complaint has it, with the operator that it is taken to be now. */
export function respondentOf(state: RegisteredComplaint): Respondent {
  const { respondent } = state.registration;
  const side = sideOf(state);
  return side === undefined ? respondent : { ...respondent, operator: side.operator };
}

/** When the notice of acceptance reached the respondent (G16); undefined while it has not. */
export function servedOnRespondentAt(state: RegisteredComplaint): string | undefined {
  return state.documents.find(({ kind, service }) => kind === 'D05' && service)?.service?.servedAt;
}

/** The operator for which the case is there: the one complained of, once it has been served (G16). */
export function servedOperator(state: RegisteredComplaint): string | undefined {
  return servedOnRespondentAt(state) === undefined ? undefined : sideOf(state)?.operator;
}
