/** What a command found: whether all is well (exit code 0 or 1), for programs, and for people. */
export interface Report {
  readonly ok: boolean;
  readonly json: unknown;
  readonly lines: readonly string[];
}

/** Exit code when what was asked cannot be understood. */
export const USAGE = 2;

/** What was asked cannot be understood; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
