import type { Instant, Sealed } from '#kernel';
import type { ComplaintLink } from './facts.js';

/** Complaints that belong together (关联投诉). Neither starts, stops or moves a clock. */
export interface LinksEvents {
  ComplaintLinked: Omit<ComplaintLink, 'ended'>;
  ComplaintUnlinked: {
    readonly linkId: string;
    readonly reason: Sealed;
    readonly by: string;
    readonly at: Instant;
  };
}
