import type { Instant, Sealed } from '#kernel';

/** Looks at a complainant's contact. */
export interface ContactEvents {
  /** Somebody looked at a complainant's contact in full, and said what for. */
  ContactDisclosed: {
    readonly by: string;
    readonly at: Instant;
    readonly subject: string;
    readonly purpose: Sealed;
  };
}
