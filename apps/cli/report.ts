/** What a command found: whether all is well (exit code 0 or 1), for programs, and for people. */
export interface Report {
  readonly ok: boolean;
  readonly json: unknown;
  readonly lines: readonly string[];
}
