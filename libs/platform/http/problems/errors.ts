import type { JsonObject, Refusal } from '#kernel';
import type { GenericCode } from './generic.js';
import type { FieldError } from './field-errors.js';
import type { SignInReason } from './sign-in.js';

/** What an occurrence adds to its code. */
export interface Occurrence {
  readonly facts?: JsonObject;
  readonly errors?: readonly FieldError[];
  /** Response headers, e.g. `retry-after` in seconds. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The request cannot be served, for a reason of the interface itself. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: GenericCode,
    readonly occurrence: Occurrence = {},
  ) {
    super(code);
  }
}

/** A rule of the business said no; answered with the sheet of its code. */
export class RefusalError<Code extends string = string> extends Error {
  override readonly name = 'RefusalError';

  constructor(readonly refusal: Refusal<Code>) {
    super(refusal.refused);
  }
}

/** The stream moved on since the caller read it: 412 with the current `ETag`, when it is known. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';

  constructor(readonly currentRevision?: number) {
    super('precondition-failed');
  }
}

/** 401 with the challenge RFC 6750 asks for: bare when no token came, `invalid_token` otherwise. */
export function unauthenticated(reason: SignInReason): ProblemError {
  const challenge = reason === 'token-missing' ? 'Bearer' : 'Bearer error="invalid_token"';
  return new ProblemError('unauthenticated', {
    facts: { reason },
    headers: { 'www-authenticate': challenge },
  });
}
