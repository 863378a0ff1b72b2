import type { Instant, Sealed } from '#kernel';
import type { CallOutcome, PromisedKind, Satisfaction } from './facts.js';

interface Setting {
  readonly callbackId: string;
  readonly kind: PromisedKind;
  /** By when at the latest; to the minute. */
  readonly dueAt: Instant;
  readonly subject?: string;
  readonly matter: Sealed;
  readonly assignee?: string;
}

/** Calls owed to the complainant (回访). */
export interface CallbacksCommands {
  PromiseCallback: Setting & { readonly promisedAt?: Instant };
  RequireCallback: Setting;
  AssignCallback: { readonly callbackId: string; readonly assignee: string };
  RecordCallAttempt: {
    readonly callbackId: string;
    readonly attemptedAt?: Instant;
    readonly outcome: CallOutcome;
    readonly note?: Sealed;
  };
  AnnounceNextDeadline: {
    readonly callbackId: string;
    readonly announcedAt?: Instant;
    readonly told: Sealed;
    readonly dueAt: Instant;
  };
  /** Of a term of the case that the complainant waits for (H23). `dueAt`: by when he hears next. */
  AnnounceDelay: {
    readonly clock: string;
    readonly callbackId: string;
    readonly announcedAt?: Instant;
    readonly told: Sealed;
    readonly dueAt: Instant;
    readonly subject?: string;
    readonly assignee?: string;
  };
  CompleteCallback: {
    readonly callbackId: string;
    readonly completedAt?: Instant;
    readonly record: Sealed;
    readonly satisfaction?: Satisfaction;
    readonly acceptable?: boolean;
    readonly anythingElse?: Sealed;
  };
  CancelCallback: { readonly callbackId: string; readonly reason: Sealed };
  DeclineReopening: { readonly callbackId: string; readonly reason: Sealed };
}
