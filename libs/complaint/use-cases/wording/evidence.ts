import type { EvidenceCommands } from '../../domain/index.js';
import { wording, type Saying, type Wordings } from './wording.js';

/** Attaching keeps a file and has a handler of its own. */
export const evidenceWording = {
  StrikeAttachment: wording(
    async ({ attachmentId, reason }: Saying<EvidenceCommands['StrikeAttachment'], 'reason'>, { seal }) => ({
      attachmentId,
      reason: await seal('attachment.struck-reason', reason),
    }),
  ),
} satisfies Wordings<Omit<EvidenceCommands, 'AttachEvidence'>>;
