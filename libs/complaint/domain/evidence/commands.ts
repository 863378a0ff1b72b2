import type { Instant, Sealed } from '#kernel';
import type { Attachment, AttachmentLimits } from './facts.js';

/** Files as evidence (证据材料, G55). */
export interface EvidenceCommands {
  /** `limits`: how much this installation lets one case hold. */
  AttachEvidence: Omit<Attachment, 'receivedAt' | 'attachedBy' | 'operator' | 'from' | 'struck'> & {
    readonly receivedAt?: Instant;
    readonly limits: AttachmentLimits;
  };
  StrikeAttachment: { readonly attachmentId: string; readonly reason: Sealed };
}
