import type { Conditions } from '#platform/projections';

/** What of a list a person may see: an office's rows, or of these only those he handles or registered. */
export interface ListScope {
  readonly officeId: string;
  /** A row is shown when either of these that is given holds for it; with neither, none is. */
  readonly own?: { readonly assignedTo?: string; readonly registeredBy?: string };
}

/** The condition that keeps a list to what the person may see. */
export function inScope(where: Conditions, { officeId, own }: ListScope, alias: string): Conditions {
  where.add(`${alias}.office = ?`, officeId);
  if (!own) return where;
  return where.add(
    `(${alias}.handlers @> array[?::text] or ${alias}.registered_by = ?::text)`,
    own.assignedTo ?? null,
    own.registeredBy ?? null,
  );
}
