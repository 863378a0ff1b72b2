import type { Engines } from './engines.js';
import type { Role } from './processes/parts.js';
import type { Program } from './program.js';

/** What faults are injected into: processes and the servers they stand on. */
export interface Stage {
  readonly engines: Engines;
  readonly programs: Readonly<Record<Role, readonly Program[]>>;
  readonly all: readonly Program[];
  /** Where its API processes listen. */
  readonly bases: readonly string[];
  /** How many read models there are at least when it is well. */
  readonly readModels: number;
}
