import type { Sealed } from '#kernel';

/** Looks at a complainant's contact. */
export interface ContactCommands {
  /** Asks to see a complainant's contact in full. */
  DiscloseContact: { readonly subject: string; readonly purpose: Sealed };
}
