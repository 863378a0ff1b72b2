import type { OfficeTree } from '../offices/tree.js';
import type { RegisteredComplaint } from '../case/state.js';

/** So often may a case come back from the same office before their common superior has to say whose it is. */
export const MOST_RETURNS = 2;

/** How often that office has given the case back. */
export function returnsFrom(state: RegisteredComplaint, office: string): number {
  const returned = (state.earlier ?? []).filter(
    ({ undone }) => undone.how === 'returned' && undone.office === office,
  );
  return returned.length;
}

/**
 * G50: who has to say whose case it is when that office now gives it back: the common superior, if it is the last time
 * that this may happen and there is one besides us.
 */
export function designationDue(
  state: RegisteredComplaint,
  office: string,
  offices: OfficeTree,
): string | undefined {
  if (returnsFrom(state, office) + 1 < MOST_RETURNS) return undefined;
  const own = state.registration.office;
  const superior = offices.commonSuperior(own, office);
  return superior === own ? undefined : superior;
}
