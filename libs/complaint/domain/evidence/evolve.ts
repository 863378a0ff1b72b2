import type { Evolving } from '../case/evolving.js';
import type { EvidenceEvents } from './events.js';

export const evidenceEvolve: Evolving<EvidenceEvents> = {
  EvidenceAttached: (state, attachment) => ({
    ...state,
    attachments: [...(state.attachments ?? []), attachment],
  }),
  AttachmentStruck: (state, { attachmentId, reason, struckBy, struckAt }) => ({
    ...state,
    attachments: (state.attachments ?? []).map((one) =>
      one.attachmentId === attachmentId ? { ...one, struck: { by: struckBy, at: struckAt, reason } } : one,
    ),
  }),
};
