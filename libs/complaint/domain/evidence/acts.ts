import type { Acts } from '../case/act.js';
import type { Context } from '../case/context.js';
import { DECIDED, IN_HAND, UNDECIDED } from '../case/phases.js';
import { attachEvidence } from './attaching.js';
import type { ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { isRespondent } from '../respondent/respondent.js';
import type { EvidenceCommands } from './commands.js';
import { attachmentCanBeStruck, strikeAttachment } from './striking.js';

/** As long as the case is worked on. */
const OPEN = [...UNDECIDED, 'awaiting-approval', ...DECIDED] as const;

/** The office takes what anybody brings; an operator brings its own to a case against it (B07, B08). */
function mayBring(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  return context.actor.operator === undefined ? null : isRespondent(state, context);
}

export const evidenceActs: Acts<EvidenceCommands> = {
  AttachEvidence: { from: OPEN, to: ['same'], guard: mayBring, decide: attachEvidence },
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
