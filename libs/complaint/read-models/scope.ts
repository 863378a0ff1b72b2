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
export function inScope(where: Conditions, scope: ListScope, alias: string): Conditions {
  for (const { sql, values } of partsOf(scope, alias)) where.add(sql, ...values);
  return where;
}

/** The condition that keeps a list of several offices to what the person may see of each; at least one is given. */
export function inAnyScope(where: Conditions, scopes: readonly ListScope[], alias: string): Conditions {
  const each = scopes.map((scope) => partsOf(scope, alias));
  const sql = each.map((parts) => `(${parts.map((part) => part.sql).join(' and ')})`).join(' or ');
  return where.add(`(${sql})`, ...each.flat().flatMap(({ values }) => values));
}

function partsOf({ officeId, person, own }: ListScope, alias: string): readonly Part[] {
  const parts: Part[] = [
    { sql: `${alias}.office = ?`, values: [officeId] },
    { sql: `not ${alias}.recused @> array[?::text]`, values: [person] },
  ];
  if (!own) return parts;
  const isOwn = `(${alias}.handlers @> array[?::text] or ${alias}.registered_by = ?::text)`;
  return [...parts, { sql: isOwn, values: [own.assignedTo ?? null, own.registeredBy ?? null] }];
}

/** A condition, with `?` for each of its values. */
interface Part {
  readonly sql: string;
  readonly values: readonly unknown[];
}
