import type { Principal } from './principal.js';
import type { Cell } from './right.js';
import { RIGHTS, type Action } from './rights-matrix.js';
import { isRole, ROLES, type Role } from './roles.js';

/** What authorisation needs to know of a case. */
export interface CaseSubject {
  readonly officeId: string;
  /** Ids of the people assigned to it. */
  readonly handlers: readonly string[];
  /** Ids of those who have a call to its complainant to make (回访, H01). */
  readonly callers?: readonly string[];
  /** Ids of those who stand aside from it (回避, G62). */
  readonly recused: readonly string[];
  /** Id of who registered it, where a person did. */
  readonly registeredBy: string | null;
  /** The operator complained of, once it has been served: before that the case is not there for it. */
  readonly operatorId?: string | null;
}

/** What authorisation needs to know of a complaint in an operator's own register. */
export interface OperatorSubject {
  readonly operatorId: string;
}

/** How far the right reaches by which something is allowed. */
export type Scope = 'own' | 'office' | 'operator' | 'system' | 'public';

export interface Permission {
  readonly allowed: true;
  readonly scope: Scope;
}

export type DenialReason =
  /** Nobody is signed in, and the action is not for everybody. */
  | 'anonymous'
  /** The case is another office's. */
  | 'other-office'
  /** The complaint is another operator's, or none that is shown to an operator. */
  | 'other-operator'
  /** None of the person's roles has the right. */
  | 'role-lacks-right'
  /** A role of the person rules the action out, whatever the others grant (separation of duties). */
  | 'role-rules-out'
  /** The person stands aside from the case (回避, G62). */
  | 'stands-aside'
  /** The right covers own cases only, and this is not one. */
  | 'not-own-case'
  /** A case action was asked without saying which case. */
  | 'no-case-given';

export interface Denial {
  readonly allowed: false;
  /** `not-visible`: answer as if the case did not exist (404). `forbidden`: say so (403). */
  readonly kind: 'not-visible' | 'forbidden';
  readonly reason: DenialReason;
  /** Who could do it: what a person who is refused may ask for. Empty when that would tell too much. */
  readonly rolesThatMay: readonly Role[];
}

/**
 * Whether somebody may do something, to that case where it is about one. Refused unless a role of the person
 * grants it; a role that rules it out wins over all others. `null` is somebody without a token.
 */
export function authorise(
  principal: Principal | null,
  action: Action,
  subject?: CaseSubject | OperatorSubject,
): Permission | Denial {
  if (!Object.hasOwn(RIGHTS, action)) return forbidden(action, 'role-lacks-right');
  const { about } = RIGHTS[action];
  if (about === 'public') return { allowed: true, scope: 'public' };
  if (principal === null) return forbidden(action, 'anonymous');
  if (about !== 'case' && about !== 'operator-case') return outsideCases(principal, action);
  if (subject === undefined) return forbidden(action, 'no-case-given');
  if (about === 'operator-case') return onOperatorCase(principal, action, subject);
  if (!('officeId' in subject) || principal.officeId === '' || principal.officeId !== subject.officeId) {
    return notVisible('other-office');
  }
  return onCase(principal, action, subject);
}

function onOperatorCase(
  principal: Principal,
  action: Action,
  { operatorId }: CaseSubject | OperatorSubject,
): Permission | Denial {
  if (!principal.operatorId || principal.operatorId !== operatorId) return notVisible('other-operator');
  const cells = cellsOf(principal, action);
  if (cells.has('never')) return forbidden(action, 'role-rules-out');
  return cells.has('operator') ? { allowed: true, scope: 'operator' } : forbidden(action, 'role-lacks-right');
}

function onCase(principal: Principal, action: Action, subject: CaseSubject): Permission | Denial {
  if (subject.recused.includes(principal.id)) return forbidden(action, 'stands-aside');
  const cells = cellsOf(principal, action);
  if (cells.has('never')) return forbidden(action, 'role-rules-out');
  if (cells.has('office')) return { allowed: true, scope: 'office' };
  const assigned = cells.has('assigned') && subject.handlers.includes(principal.id);
  const registered = cells.has('registered') && subject.registeredBy === principal.id;
  const ownOnly = cells.has('assigned') || cells.has('registered');
  const calls = ownOnly && RIGHTS[action].callers === true && subject.callers?.includes(principal.id);
  if (assigned || registered || calls) return { allowed: true, scope: 'own' };
  return forbidden(action, ownOnly ? 'not-own-case' : 'role-lacks-right');
}

function outsideCases(principal: Principal, action: Action): Permission | Denial {
  const cells = cellsOf(principal, action);
  if (cells.has('never')) return forbidden(action, 'role-rules-out');
  if (cells.has('system')) return { allowed: true, scope: 'system' };
  if (principal.operatorId && cells.has('operator')) return { allowed: true, scope: 'operator' };
  if (principal.officeId === '') return forbidden(action, 'role-lacks-right');
  if (cells.has('office')) return { allowed: true, scope: 'office' };
  if (cells.has('assigned') || cells.has('registered')) return { allowed: true, scope: 'own' };
  return forbidden(action, 'role-lacks-right');
}

/** The rows of a list that somebody may see: of this office, and where `own` is given only the own ones. */
export interface ListScope {
  readonly officeId: string;
  /** Whose list it is: no case from which this person stands aside is on it. */
  readonly person: string;
  /** A row is own when either of these that is given holds for it. */
  readonly own?: { readonly assignedTo?: string; readonly registeredBy?: string };
}

export type ListAction =
  'complaint.list' | 'deadline.list' | 'worklist.read' | 'callback.list' | 'report.list-timers';

/** The filter that a list must apply in its query, or why the person may not see it at all. */
export function listScope(principal: Principal | null, action: ListAction): ListScope | Denial {
  const answer = authorise(principal, action);
  if (!answer.allowed) return answer;
  if (principal === null) return forbidden(action, 'anonymous');
  const { id, officeId } = principal;
  if (answer.scope === 'office') return { officeId, person: id };
  const cells = cellsOf(principal, action);
  return {
    officeId,
    person: id,
    own: {
      ...(cells.has('assigned') ? { assignedTo: id } : {}),
      ...(cells.has('registered') ? { registeredBy: id } : {}),
    },
  };
}

/** The rows of an operator's list: its own. */
export interface OperatorScope {
  readonly operatorId: string;
}

export type OperatorListAction = 'operator.list' | 'operator.list-cases';

/** The filter that an operator's list must apply in its query, or why the person may not see it at all. */
export function operatorScope(
  principal: Principal | null,
  action: OperatorListAction,
): OperatorScope | Denial {
  const answer = authorise(principal, action);
  if (!answer.allowed) return answer;
  return principal?.operatorId ? { operatorId: principal.operatorId } : forbidden(action, 'role-lacks-right');
}

export function isDenial(answer: Permission | Denial | ListScope | OperatorScope): answer is Denial {
  return 'allowed' in answer && !answer.allowed;
}

function cellsOf(principal: Principal, action: Action): ReadonlySet<Cell> {
  return new Set(principal.roles.filter(isRole).map((role) => RIGHTS[action].cells[role]));
}

function notVisible(reason: DenialReason): Denial {
  return { allowed: false, kind: 'not-visible', reason, rolesThatMay: [] };
}

function forbidden(action: Action, reason: DenialReason): Denial {
  return { allowed: false, kind: 'forbidden', reason, rolesThatMay: rolesThatMay(action) };
}

function rolesThatMay(action: Action): readonly Role[] {
  if (!Object.hasOwn(RIGHTS, action)) return [];
  const { cells } = RIGHTS[action];
  return ROLES.filter((role) => cells[role] !== 'none' && cells[role] !== 'never');
}
