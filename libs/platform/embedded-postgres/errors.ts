/** Why an embedded PostgreSQL could not be started. */
export type ClusterProblem =
  /** No binaries for this platform, or they are not installed or do not run here. */
  | 'binaries-unusable'
  /** Runs as root, and neither a user `postgres` nor `nobody` exists to run the server as. */
  | 'no-unprivileged-user'
  /** The unprivileged user cannot reach the folder, and the means to let it are missing. */
  | 'folder-unreachable'
  /** The folder holds something that is not a cluster of ours. */
  | 'not-a-data-folder'
  /** The folder belongs to another user. */
  | 'other-owner'
  /** The folder was made by another major version of PostgreSQL. */
  | 'other-version'
  /** A live server uses the folder. */
  | 'in-use'
  | 'port-taken'
  | 'start-failed';

/** Says in plain words what is wrong and what to do; `code` is for programs. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
  constructor(
    readonly code: ClusterProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
