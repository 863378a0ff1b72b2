import type { Acts } from '../case/act.js';
import { DECIDED, IN_HAND, UNDECIDED } from '../case/phases.js';
import { attachEvidence } from './attaching.js';
import type { EvidenceCommands } from './commands.js';
import { attachmentCanBeStruck, strikeAttachment } from './striking.js';

/** As long as the case is worked on. */
const OPEN = [...UNDECIDED, 'awaiting-approval', ...DECIDED] as const;

export const evidenceActs: Acts<EvidenceCommands> = {
  AttachEvidence: { from: OPEN, to: ['same'], decide: attachEvidence },
  // A mistake can be found at any time, until the case is put away.
  StrikeAttachment: {
    from: [...UNDECIDED, 'awaiting-approval', 'awaiting-designation', ...IN_HAND],
    to: ['same'],
    each: ({ attachments = [] }, context) =>
      attachments
        .filter(({ struck }) => !struck)
        .map((attachment) => ({
          parameters: { attachmentId: attachment.attachmentId },
          refusal: attachmentCanBeStruck(attachment, context),
        })),
    decide: strikeAttachment,
  },
};
