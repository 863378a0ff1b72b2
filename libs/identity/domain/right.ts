import type { Role } from './roles.js';

/**
 * What a role may do with an action:
 * - `office`: with everything of the own office;
 * - `sub`: with everything of the offices below the own one, and nothing of the own;
 * - `office+sub`: with both;
 * - `assigned`: with cases assigned to the person as a handler (承办人);
 * - `registered`: with cases the person registered;
 * - `operator`: with everything of the own operator, and with the complaints against it;
 * - `system`: with what is not about any case;
 * - `none`: nothing, but another role of the same person may grant it;
 * - `never`: nothing, whatever other roles the person holds. This is how duties are kept apart (separation of duties).
 */
export type Cell =
  'office' | 'sub' | 'office+sub' | 'assigned' | 'registered' | 'operator' | 'system' | 'none' | 'never';

/**
 * What an action is about: one case, the office (a new case, a list), a case of an operator (a complaint brought to it,
 * or one against it), the operator (a new entry, a list), the system, or nothing at all, so that anybody may do it
 * without a token.
 */
export type About = 'case' | 'office' | 'operator-case' | 'operator' | 'system' | 'public';

/** One row of the matrix. */
export interface Right {
  readonly about: About;
  /** Own cases include those in which the person has a call to make (回访). */
  readonly callers?: true;
  readonly cells: Readonly<Record<Role, Cell>>;
}
