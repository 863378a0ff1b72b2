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
  /** Ids of the offices above `officeId`. */
  readonly superiors?: readonly string[];
}

/** What authorisation needs to know of a complaint in an operator's own register. */
export interface OperatorSubject {
  readonly operatorId: string;
}

/** How far the right reaches by which something is allowed. */
export type Scope = 'own' | 'office' | 'sub' | 'operator' | 'system' | 'public';

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
  /** The case is a lower office's, and the right does not reach there: a superior supervises, and edits nothing. */
  | 'lower-office'
  /** The right is for cases of lower offices, and this is the own office's. */
  | 'own-office'
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
  if (!('officeId' in subject) || principal.officeId === '') return notVisible('other-office');
  if (principal.officeId === subject.officeId) return onCase(principal, action, subject);
  const isBelow = subject.superiors?.includes(principal.officeId) === true;
  return isBelow ? onCaseBelow(principal, action, subject) : notVisible('other-office');
}

/** On a case of an office below. Who may not read it there is not told that it exists. */
function onCaseBelow(principal: Principal, action: Action, subject: CaseSubject): Permission | Denial {
  if (!reachesBelow(cellsOf(principal, 'complaint.read'))) return notVisible('other-office');
  if (subject.recused.includes(principal.id)) return forbidden(action, 'stands-aside');
  const cells = cellsOf(principal, action);
  if (cells.has('never')) return forbidden(action, 'role-rules-out');
  return reachesBelow(cells) ? { allowed: true, scope: 'sub' } : forbidden(action, 'lower-office');
}

function reachesBelow(cells: ReadonlySet<Cell>): boolean {
  return !cells.has('never') && (cells.has('sub') || cells.has('office+sub'));
}

function reachesOffice(cells: ReadonlySet<Cell>): boolean {
  return cells.has('office') || cells.has('office+sub');
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
  if (reachesOffice(cells)) return { allowed: true, scope: 'office' };
  const assigned = cells.has('assigned') && subject.handlers.includes(principal.id);
  const registered = cells.has('registered') && subject.registeredBy === principal.id;
  const ownOnly = cells.has('assigned') || cells.has('registered');
  const calls = ownOnly && RIGHTS[action].callers === true && subject.callers?.includes(principal.id);
  if (assigned || registered || calls) return { allowed: true, scope: 'own' };
  if (ownOnly) return forbidden(action, 'not-own-case');
  return forbidden(action, cells.has('sub') ? 'own-office' : 'role-lacks-right');
}

function outsideCases(principal: Principal, action: Action): Permission | Denial {
  const cells = cellsOf(principal, action);
  if (cells.has('never')) return forbidden(action, 'role-rules-out');
  if (cells.has('system')) return { allowed: true, scope: 'system' };
  if (principal.operatorId && cells.has('operator')) return { allowed: true, scope: 'operator' };
  if (principal.officeId === '') return forbidden(action, 'role-lacks-right');
  if (reachesOffice(cells)) return { allowed: true, scope: 'office' };
  if (cells.has('sub')) return { allowed: true, scope: 'sub' };
  if (cells.has('assigned') || cells.has('registered')) return { allowed: true, scope: 'own' };
  return forbidden(action, 'role-lacks-right');
}

/** The rows of a list that somebody may see: of one office, and where `own` is given only the own ones. */
export interface ListScope {
  readonly officeId: string;
  /** Whose list it is: no case from which this person stands aside is on it. */
  readonly person: string;
  /** A row is own when either of these that is given holds for it. */
  readonly own?: { readonly assignedTo?: string; readonly registeredBy?: string };
}

export type ListAction =
  | 'complaint.list'
  | 'deadline.list'
  | 'worklist.read'
  | 'callback.list'
  | 'escalation.list'
  | 'report.list-timers'
  | 'statistics.read';

/** An office that a list is asked of, with the offices above it. */
export interface AskedOffice {
  readonly officeId: string;
  readonly superiors: readonly string[];
}

/**
 * The filter that a list must apply in its query, or why the person may not see it at all.
 * @param asked another office than the person's own: it is there only for who supervises it
 */
export function listScope(
  principal: Principal | null,
  action: ListAction,
  asked?: AskedOffice,
): ListScope | Denial {
  const answer = authorise(principal, action);
  if (!answer.allowed) return answer;
  if (principal === null) return forbidden(action, 'anonymous');
  const { id, officeId } = principal;
  if (asked !== undefined && asked.officeId !== officeId) {
    const sees = asked.superiors.includes(officeId) && reachesBelow(cellsOf(principal, action));
    return sees ? { officeId: asked.officeId, person: id } : notVisible('other-office');
  }
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

/** The offices below that somebody supervises, of those given; a denial where nobody asked him to. */
export function supervisedOffices(
  principal: Principal | null,
  below: (officeId: string) => readonly string[],
): readonly string[] | Denial {
  const answer = authorise(principal, 'supervision.list');
  if (!answer.allowed) return answer;
  const own = principal?.officeId ?? '';
  return below(own).filter((officeId) => officeId !== own);
}

export function isDenial(
  answer: Permission | Denial | ListScope | OperatorScope | readonly string[],
): answer is Denial {
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
