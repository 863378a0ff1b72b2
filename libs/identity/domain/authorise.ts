import type { Principal } from './principal.js';
import { RIGHTS, type Action, type Cell } from './rights-matrix.js';
import { isRole, ROLES, type Role } from './roles.js';

/** What authorisation needs to know of a case. */
export interface CaseSubject {
  readonly officeId: string;
  /** Ids of the people assigned to it. */
  readonly handlers: readonly string[];
  /** Id of who registered it, where a person did. */
  readonly registeredBy: string | null;
  /** Ids of the offices above `officeId`. */
  readonly superiors?: readonly string[];
}

/** How far the right reaches by which something is allowed. */
export type Scope = 'own' | 'office' | 'sub' | 'system' | 'public';

export interface Permission {
  readonly allowed: true;
  readonly scope: Scope;
}

export type DenialReason =
  /** Nobody is signed in, and the action is not for everybody. */
  | 'anonymous'
  /** The case is another office's. */
  | 'other-office'
  /** The case is a lower office's, and the right does not reach there: a superior supervises, and edits nothing. */
  | 'lower-office'
  /** The right is for cases of lower offices, and this is the own office's. */
  | 'own-office'
  /** None of the person's roles has the right. */
  | 'role-lacks-right'
  /** A role of the person rules the action out, whatever the others grant (separation of duties). */
  | 'role-rules-out'
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
  subject?: CaseSubject,
): Permission | Denial {
  if (!Object.hasOwn(RIGHTS, action)) return forbidden(action, 'role-lacks-right');
  const { about } = RIGHTS[action];
  if (about === 'public') return { allowed: true, scope: 'public' };
  if (principal === null) return forbidden(action, 'anonymous');
  if (about !== 'case') return outsideCases(principal, action);
  if (subject === undefined) return forbidden(action, 'no-case-given');
  if (principal.officeId === '') return NOT_VISIBLE;
  if (principal.officeId === subject.officeId) return onCase(principal, action, subject);
  return subject.superiors?.includes(principal.officeId) === true ? below(principal, action) : NOT_VISIBLE;
}

const NOT_VISIBLE: Denial = {
  allowed: false,
  kind: 'not-visible',
  reason: 'other-office',
  rolesThatMay: [],
};

/** On a case of an office below. Who may not read it there is not told that it exists. */
function below(principal: Principal, action: Action): Permission | Denial {
  if (!reachesBelow(cellsOf(principal, 'complaint.read'))) return NOT_VISIBLE;
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

function onCase(principal: Principal, action: Action, subject: CaseSubject): Permission | Denial {
  const cells = cellsOf(principal, action);
  if (cells.has('never')) return forbidden(action, 'role-rules-out');
  if (reachesOffice(cells)) return { allowed: true, scope: 'office' };
  const assigned = cells.has('assigned') && subject.handlers.includes(principal.id);
  const registered = cells.has('registered') && subject.registeredBy === principal.id;
  if (assigned || registered) return { allowed: true, scope: 'own' };
  const ownOnly = cells.has('assigned') || cells.has('registered');
  if (ownOnly) return forbidden(action, 'not-own-case');
  return forbidden(action, cells.has('sub') ? 'own-office' : 'role-lacks-right');
}

function outsideCases(principal: Principal, action: Action): Permission | Denial {
  const cells = cellsOf(principal, action);
  if (cells.has('never')) return forbidden(action, 'role-rules-out');
  if (cells.has('system')) return { allowed: true, scope: 'system' };
  if (principal.officeId === '') return forbidden(action, 'role-lacks-right');
  if (reachesOffice(cells)) return { allowed: true, scope: 'office' };
  if (cells.has('sub')) return { allowed: true, scope: 'sub' };
  if (cells.has('assigned') || cells.has('registered')) return { allowed: true, scope: 'own' };
  return forbidden(action, 'role-lacks-right');
}

/** The rows of a list that somebody may see: of one office, and where `own` is given only the own ones. */
export interface ListScope {
  readonly officeId: string;
  /** A row is own when either of these that is given holds for it. */
  readonly own?: { readonly assignedTo?: string; readonly registeredBy?: string };
}

export type ListAction = 'complaint.list' | 'deadline.list' | 'worklist.read';

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
    return sees ? { officeId: asked.officeId } : NOT_VISIBLE;
  }
  if (answer.scope === 'office') return { officeId };
  const cells = cellsOf(principal, action);
  return {
    officeId,
    own: {
      ...(cells.has('assigned') ? { assignedTo: id } : {}),
      ...(cells.has('registered') ? { registeredBy: id } : {}),
    },
  };
}

/** The offices below that somebody supervises, of those given; a denial where nobody asked him to. */
export function supervisedOffices(
  principal: Principal | null,
  below: (officeId: string) => readonly string[],
): readonly string[] | Denial {
  const answer = authorise(principal, 'supervision.list');
  if (!answer.allowed || principal === null) return answer.allowed ? NOT_VISIBLE : answer;
  return below(principal.officeId).filter((officeId) => officeId !== principal.officeId);
}

export function isDenial(answer: Permission | Denial | ListScope | readonly string[]): answer is Denial {
  return 'allowed' in answer && !answer.allowed;
}

function cellsOf(principal: Principal, action: Action): ReadonlySet<Cell> {
  return new Set(principal.roles.filter(isRole).map((role) => RIGHTS[action].cells[role]));
}

function forbidden(action: Action, reason: DenialReason): Denial {
  return { allowed: false, kind: 'forbidden', reason, rolesThatMay: rolesThatMay(action) };
}

function rolesThatMay(action: Action): readonly Role[] {
  if (!Object.hasOwn(RIGHTS, action)) return [];
  const { cells } = RIGHTS[action];
  return ROLES.filter((role) => cells[role] !== 'none' && cells[role] !== 'never');
}
