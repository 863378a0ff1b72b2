import type { Principal } from '../domain/principal.js';
import { isRole } from '../domain/roles.js';

/**
 * The claims of an access token that say who somebody is here. An office that points Tousu at its own
 * provider lets that provider add them.
 */
export const CLAIMS = {
  /** Text that stays the same for one person for ever; at most 255 characters. */
  id: 'sub',
  /** How to address the person; the id where it is missing. */
  name: 'name',
  /** Array of role names as in the matrix of rights; names that are not in it are ignored. */
  roles: 'tousu_roles',
  /** Id of the person's office. */
  office: 'tousu_office',
  /** Id of the person's operator (经营者), in place of an office. */
  operator: 'tousu_operator',
} as const;

const OPAQUE = /^[\x21-\x7e]{1,255}$/;

/** Whether a token may carry it as the id of a person. */
export function isPersonId(id: unknown): id is string {
  return typeof id === 'string' && OPAQUE.test(id);
}

/**
 * The person that verified claims describe; undefined when they lack an id, or name neither an office nor an operator,
 * or both: who is complained of does not handle complaints.
 */
export function principalFrom(claims: Readonly<Record<string, unknown>>): Principal | undefined {
  const id = claims[CLAIMS.id];
  const name = claims[CLAIMS.name];
  const officeId = claims[CLAIMS.office] ?? '';
  const operatorId = claims[CLAIMS.operator] ?? '';
  const roles = claims[CLAIMS.roles];
  if (!isPersonId(id)) return undefined;
  if (typeof officeId !== 'string' || typeof operatorId !== 'string') return undefined;
  if ((officeId === '') === (operatorId === '') || !OPAQUE.test(officeId + operatorId)) return undefined;
  if (!Array.isArray(roles)) return undefined;
  return {
    id,
    name: typeof name === 'string' && name !== '' ? name.slice(0, 100) : id,
    roles: [...new Set(roles.filter(isRole))],
    officeId,
    ...(operatorId === '' ? {} : { operatorId }),
  };
}
