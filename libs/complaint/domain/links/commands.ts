import type { Sealed } from '#kernel';
import type { ComplaintLink } from './facts.js';

/** Complaints that belong together (关联投诉). */
export interface LinksCommands {
  LinkComplaint: Pick<ComplaintLink, 'linkId' | 'kind' | 'to' | 'reason'> & {
    /** The other complaint, where there is one that the person may see. */
    readonly found?: Pick<ComplaintLink, 'toNumber' | 'likeness'>;
  };
  /** Everybody hurt by the same thing at once (串案); those that it is linked to already stay as they are. */
  LinkComplaints: Pick<ComplaintLink, 'kind' | 'reason'> & {
    readonly links: readonly (Pick<ComplaintLink, 'linkId' | 'to'> & {
      readonly found?: Pick<ComplaintLink, 'toNumber' | 'likeness'>;
    })[];
  };
  UnlinkComplaint: { readonly linkId: string; readonly reason: Sealed };
}
