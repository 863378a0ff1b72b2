import {
  authorise,
  type CaseSubject,
  type DenialReason,
  type OperatorSubject,
} from '../../domain/authorise.js';
import type { Principal } from '../../domain/principal.js';
import type { Action } from '../../domain/rights-matrix.js';
import type { Role } from '../../domain/roles.js';

/** A person's right to one action, asked of a case as it is found: null, or why not. */
export function accessFor(principal: Principal, action: Action) {
  return (subject: CaseSubject | OperatorSubject) => {
    const answer = authorise(principal, action, subject);
    return answer.allowed ? null : { kind: answer.kind, reason: answer.reason };
  };
}

/** Why a person may not do one thing among those that a case offers, as its list of actions tells it. */
export interface LackingRight {
  readonly code: 'forbidden';
  readonly rules: readonly string[];
  readonly facts: { readonly reason: DenialReason; readonly rolesThatMay: readonly Role[] };
}

/** What the person lacks for each action on a case; each right is looked up once. */
export function rightsOn(
  principal: Principal,
  subject: CaseSubject | OperatorSubject,
): (action: Action) => LackingRight | null {
  const known = new Map<Action, LackingRight | null>();
  return (action) => {
    const found = known.get(action);
    if (found !== undefined) return found;
    const answer = authorise(principal, action, subject);
    const lacking: LackingRight | null = answer.allowed
      ? null
      : {
          code: 'forbidden',
          rules: [],
          facts: { reason: answer.reason, rolesThatMay: [...answer.rolesThatMay] },
        };
    known.set(action, lacking);
    return lacking;
  };
}
