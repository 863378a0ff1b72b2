import type { Instant, Sealed } from '#kernel';
import type { Attachment } from './facts.js';

/** Files as evidence (证据材料, G55). */
export interface EvidenceEvents {
  EvidenceAttached: Omit<Attachment, 'struck'>;
  /** It was attached by mistake: its content is shown to nobody, and stays. */
  AttachmentStruck: {
    readonly attachmentId: string;
    readonly reason: Sealed;
    readonly struckBy: string;
    readonly struckAt: Instant;
  };
}
