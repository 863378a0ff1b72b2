/** What every process of an installation is told from outside. */
export interface EngineSettings {
  /** PostgreSQL, as a role that may become `tousu_app`. */
  readonly databaseUrl: string;
  /** Redis for the queue; without it the queue lives in PostgreSQL. */
  readonly redisUrl?: string;
  /** The evaluation profile: sample office, movable clock. Never for real complaints. */
  readonly evaluation: boolean;
  /** Base64 of the 32 bytes that wrap the people's keys. */
  readonly keyEncryptionKey: string;
  /** Keys that wrapped earlier, still readable. */
  readonly olderKeyEncryptionKeys?: readonly string[];
  /** Named in `pg_stat_activity` and logs: `api`, `worker` … */
  readonly process: string;
  /** Test databases may trade durability for speed; nothing else may. */
  readonly allowUnsafeDatabase?: boolean;
}

/** A setting is missing or makes no sense; the message says which and what to write. */
export class SettingsWrong extends Error {
  override readonly name = 'SettingsWrong';
}

/** Reads the settings that api, worker and projector share from the environment. Throws {@link SettingsWrong}. */
export function engineSettingsFrom(
  env: Readonly<Record<string, string | undefined>>,
  process: string,
): EngineSettings {
  const databaseUrl = required(env, 'DATABASE_URL', 'postgres://user:password@host:5432/tousu');
  const keys = required(env, 'TOUSU_KEK', 'base64 of 32 random bytes, older ones after a comma').split(',');
  return {
    databaseUrl,
    redisUrl: env['REDIS_URL'] || undefined,
    evaluation: profileOf(env['TOUSU_PROFILE']),
    keyEncryptionKey: keys[0] ?? '',
    olderKeyEncryptionKeys: keys.slice(1),
    process,
    allowUnsafeDatabase: env['TOUSU_ALLOW_UNSAFE_DATABASE'] === 'for-tests',
  };
}

/** The text of a setting that must be there. */
export function required(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  example: string,
): string {
  const value = env[name];
  if (value === undefined || value === '')
    throw new SettingsWrong(`${name} is not set; it should hold ${example}`);
  return value;
}

function profileOf(text: string | undefined): boolean {
  if (text === undefined || text === '' || text === 'production') return false;
  if (text === 'evaluation') return true;
  throw new SettingsWrong(`TOUSU_PROFILE is "${text}"; it is production or evaluation`);
}

/** A port from the environment. Throws {@link SettingsWrong}. */
export function portFrom(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  otherwise: number,
): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new SettingsWrong(`${name} is "${text}"; it is a number from 0 to 65535 (0 takes any free port)`);
}
