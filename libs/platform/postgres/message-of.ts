import pg from 'pg';

/** What may be noted of an error: PostgreSQL's messages quote row values, so of those only the code. */
export function messageOf(error: unknown): string {
  if (error instanceof pg.DatabaseError) return `database error ${error.code ?? 'without code'}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
