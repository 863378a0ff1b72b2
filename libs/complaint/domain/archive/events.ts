import type { Instant, Sealed } from '#kernel';
import type { Archive } from './facts.js';

/** Putting a case away, and the end of its volume (归档、销毁). */
export interface ArchiveEvents {
  CaseArchived: Omit<Archive, 'destruction'>;
  DestructionProposed: { readonly by: string; readonly at: Instant; readonly reason: Sealed };
  DestructionApproved: { readonly by: string; readonly at: Instant };
  /** The keys of the case and of its complainants are destroyed; the events stay. */
  CaseDestroyed: { readonly at: Instant; readonly keys: number };
}
