import type { Pool } from 'pg';

/** The server would acknowledge what a power cut can take away again. */
export class NotDurable extends Error {
  constructor(readonly settings: readonly string[]) {
    super(
      `PostgreSQL may lose what it acknowledged: ${settings.join(', ')}. ` +
        'Needed: fsync = on, full_page_writes = on, synchronous_commit = on or remote_apply.',
    );
    this.name = 'NotDurable';
  }
}

/** A database for tests may trade durability for speed; nothing else may. */
export interface DurabilityOptions {
  readonly allowUnsafeForTests?: boolean;
}

/**
 * Refuses ({@link NotDurable}) a server, or a session of this pool, on which an acknowledged event can be
 * lost: `fsync` and `full_page_writes` must be on and `synchronous_commit` at least `on`.
 */
export async function assertDurable(pool: Pool, options: DurabilityOptions = {}): Promise<void> {
  if (options.allowUnsafeForTests) return;
  const { rows } = await pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')`,
  );
  const unsafe = rows.filter(
    ({ name, setting }) => setting !== 'on' && !(name === 'synchronous_commit' && setting === 'remote_apply'),
  );
  if (unsafe.length > 0) throw new NotDurable(unsafe.map(({ name, setting }) => `${name} = ${setting}`));
}
