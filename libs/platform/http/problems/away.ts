/** The database's or the network's word for: not there just now, or gone while it was at it. */
const CODES =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08...|57P0[123]|53300|store-unavailable|unknown-outcome)$/;
/** The operating system's, PostgreSQL's and a file store's word for: no room. */
const FULL = /^(?:ENOSPC|EDQUOT|53100|store-full)$/;
/** The PostgreSQL client gives these no code. */
const WORDS = /^(?:Connection terminated|timeout exceeded when trying to connect)/;

/**
 * Whether something that a request rests on is away, as while PostgreSQL restarts. What became of a command is then
 * open: the answer is 503, and asking again with the same Idempotency-Key settles it.
 */
export function isAway(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const { code } = thrown as { readonly code?: unknown };
  if (typeof code === 'string') return CODES.test(code);
  return WORDS.test(thrown.message);
}

/** Whether there was no room to store something: the answer is 507, and nothing half was kept. */
export function isFull(thrown: unknown): boolean {
  const code = thrown instanceof Error ? (thrown as { readonly code?: unknown }).code : undefined;
  return typeof code === 'string' && FULL.test(code);
}
