import type { Conditions } from '#platform/projections';

/** What of a list a person may see: an office's rows, or of these only those he handles or registered. */
export interface ListScope {
  readonly officeId: string;
  /** No case from which this person stands aside is shown (回避, G62). */
  readonly person: string;
  /** A row is shown when either of these that is given holds for it; with neither, none is. */
  readonly own?: { readonly assignedTo?: string; readonly registeredBy?: string };
}

/** The condition that keeps a list to what the person may see. */
export function inScope(where: Conditions, { officeId, person, own }: ListScope, alias: string): Conditions {
  where.add(`${alias}.office = ?`, officeId);
  where.add(`not ${alias}.recused @> array[?::text]`, person);
  if (!own) return where;
  return where.add(
    `(${alias}.handlers @> array[?::text] or ${alias}.registered_by = ?::text)`,
    own.assignedTo ?? null,
    own.registeredBy ?? null,
  );
}
