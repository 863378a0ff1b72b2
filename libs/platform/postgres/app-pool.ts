import pg from 'pg';

/** How the application connects; see {@link appConnection}. */
export interface AppConnectionOptions {
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  /** Longest a statement may run, ms; 15,000 unless told. */
  readonly statementTimeoutMs?: number;
  /** Further server settings of the session, e.g. `enable_seqscan: 'off'`. */
  readonly settings?: Readonly<Record<string, string | number>>;
}

export interface AppPoolOptions extends AppConnectionOptions {
  /** Most connections at a time; 10 unless told. */
  readonly max?: number;
  /** Told when a connection breaks while nobody is using it; the pool replaces it by itself. */
  readonly onError?: (error: Error) => void;
}

const STATEMENT_TIMEOUT_MS = 15_000;
const IDLE_IN_TRANSACTION_MS = 10_000;
const LOCK_TIMEOUT_MS = 5_000;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Settings of a connection under the role `tousu_app`, which can read the log and call its functions and
 * nothing else there. No statement, lock wait or open transaction lasts for ever.
 */
export function appConnection(url: string, options: AppConnectionOptions): pg.ClientConfig {
  const settings = {
    role: 'tousu_app',
    statement_timeout: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    ...options.settings,
  };
  return {
    connectionString: url,
    application_name: options.applicationName,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  };
}

/** A pool of connections as {@link appConnection} describes them. A broken idle connection is no crash. */
export function createAppPool(url: string, options: AppPoolOptions): pg.Pool {
  const pool = new pg.Pool({ ...appConnection(url, options), max: options.max ?? 10 });
  pool.on('error', (error) => options.onError?.(error));
  return pool;
}
