import type { KeyObject } from 'node:crypto';

/** Secret behind request fingerprints and cursors; the same in every process of an installation. */
export abstract class HttpSecret {
  /** A key object: making one anew for each request costs ten times the hash. */
  abstract readonly value: KeyObject;
}
