/** How much, and how slowly, a client may send. Times in milliseconds, sizes in bytes. */
export interface HttpLimits {
  readonly bodyBytes: number;
  /** Request line and headers together. */
  readonly headerBytes: number;
  readonly headerCount: number;
  /** One step of a path. */
  readonly pathParamLength: number;
  /** Until all headers have arrived. */
  readonly headersMs: number;
  /** Until the whole request has arrived. */
  readonly requestMs: number;
  /** The same for a form with a file; longer than `headersMs`. */
  readonly uploadMs: number;
  /** How often late requests are looked for. */
  readonly lateCheckMs: number;
  /** Silence after which any connection is dropped. */
  readonly idleMs: number;
  /** Silence between two requests on one connection. */
  readonly keepAliveMs: number;
  /** Open connections; more wait for the operating system to turn them away. */
  readonly connections: number;
  /** How long requests may go on after the server was told to stop. */
  readonly drainMs: number;
}

/** For clients behind a gateway or on the office network. */
export const HTTP_LIMITS: HttpLimits = {
  bodyBytes: 1_048_576,
  headerBytes: 16_384,
  headerCount: 100,
  pathParamLength: 200,
  headersMs: 10_000,
  requestMs: 30_000,
  uploadMs: 300_000,
  lateCheckMs: 1_000,
  idleMs: 120_000,
  keepAliveMs: 65_000,
  connections: 4_096,
  drainMs: 10_000,
};
