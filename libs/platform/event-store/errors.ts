import type { Position } from './port.js';

/** Something is wrong with the store or with what it was given; never a lawful outcome of an append. */
export abstract class EventStoreFault extends Error {
  /** Stable name of the kind of fault. */
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** An append or a read that no store would take. Nothing was sent. */
export class BadInput extends EventStoreFault {
  readonly code = 'bad-input';

  /** @param pointer JSON pointer (RFC 6901) into the request, e.g. `/events/0/data/name`. */
  constructor(
    readonly pointer: string,
    readonly reason: string,
  ) {
    super(`${pointer === '' ? 'the request' : pointer} ${reason}`);
  }
}

/** Some of the ids stand in the stream already, or all of them but not in this order. Nothing was written. */
export class PartialDuplicate extends EventStoreFault {
  readonly code = 'partial-duplicate';

  constructor(readonly stream: string) {
    super(`some event ids of this append stand in ${stream} already, but not these ids in this order`);
  }
}

/**
 * The connection broke, or no answer came, after the append had been sent: it may be in the log or not.
 * Append again with the same ids; if it had been written the outcome is `duplicate`.
 */
export class UnknownOutcome extends EventStoreFault {
  readonly code = 'unknown-outcome';
}

/** The store could not be reached, is full of waiting appends, or was closed. Nothing was written. */
export class StoreUnavailable extends EventStoreFault {
  readonly code = 'store-unavailable';
}

/** A position that this log never gave out: of another log, of an end that a restore took away, or garbled. */
export class PositionBeyondLog extends EventStoreFault {
  readonly code = 'position-beyond-log';

  constructor(
    readonly position: string,
    readonly reason: 'malformed' | 'unknown-epoch' | 'beyond-head',
    /** Place of the newest event, where it was looked up. */
    readonly head?: Position,
  ) {
    super(`position ${JSON.stringify(position)} is not in this log: ${reason}`);
  }
}

/** A stored event that cannot be read. Somebody other than this program has written it. */
export class CorruptEvent extends EventStoreFault {
  readonly code = 'corrupt-event';

  constructor(
    readonly stream: string,
    readonly revision: number,
    options?: ErrorOptions,
  ) {
    super(`event ${revision} of ${stream} is not a readable event`, options);
  }
}
