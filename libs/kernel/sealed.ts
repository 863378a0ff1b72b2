/**
 * Personal text as it stands in events: encrypted under the key of the person it is about.
 * Domain code passes it on and never looks inside; `commitment` lets a disclosed text be checked
 * without a key.
 */
export interface Sealed {
  readonly $sealed: 1;
  /** Opaque id of the person (data subject) whose key opens it. Not personal data itself. */
  readonly subject: string;
  /** Which field it is, e.g. `complainant.phone`; bound into the encryption. */
  readonly field: string;
  readonly iv: string;
  readonly text: string;
  readonly commitment: string;
}

export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && (value as { $sealed?: unknown }).$sealed === 1;
}
