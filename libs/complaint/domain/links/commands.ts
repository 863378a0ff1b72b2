import type { Sealed } from '#kernel';
import type { ComplaintLink } from './facts.js';

/** Complaints that belong together (关联投诉). */
export interface LinksCommands {
  LinkComplaint: Omit<ComplaintLink, 'by' | 'at' | 'ended'>;
  UnlinkComplaint: { readonly linkId: string; readonly reason: Sealed };
}
