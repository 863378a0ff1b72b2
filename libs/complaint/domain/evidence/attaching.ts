import type { Answer } from '../case/act.js';
import type { Context } from '../case/context.js';
import { checkWhen } from '../case/happenings.js';
import { isPutAway } from '../case/phases.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { CaseAt } from '../handover/origin.js';
import { receivedAtOf } from '../respondent/respondent.js';
import type { EvidenceCommands } from './commands.js';
import type { Attachment, AttachmentLimits } from './facts.js';

/**
 * G55: a file that somebody brought, or the office collected, becomes part of the case. What comes from an operator is
 * the respondent's, and comes in at that moment (B07, B08).
 */
export function attachEvidence(
  state: RegisteredComplaint,
  { limits, ...attachment }: EvidenceCommands['AttachEvidence'],
  context: Context,
): Answer {
  const { attachmentId, belongsTo, size } = attachment;
  const { id: attachedBy, operator } = context.actor;
  if (state.attachments?.some((one) => one.attachmentId === attachmentId)) return [];
  const { complainants, receivedAt: complainedAt } = state.registration;
  if (belongsTo !== undefined && !complainants.some(({ subject }) => subject === belongsTo)) {
    return no('complainant-not-in-case', { subject: belongsTo });
  }
  const receivedAt = receivedAtOf(attachment.receivedAt, context);
  const own = operator === undefined ? {} : { operator, submittedBy: 'respondent' as const };
  return (
    checkWhen('receivedAt', receivedAt, complainedAt, context) ??
    room(state, size, limits, operator) ?? [
      {
        type: 'EvidenceAttached',
        data: { ...attachment, ...own, receivedAt, attachedBy },
      },
    ]
  );
}

/**
 * H02: what was handed in at the office that the case came from, or went to, is in this case too. The file is stored
 * once; what it is, who brought it and when is as it was recorded there.
 */
export function noteEvidence(
  state: RegisteredComplaint,
  { from, attachment }: { readonly from: CaseAt; readonly attachment: Attachment },
): Answer {
  const { struck, ...file } = attachment;
  const known = state.attachments?.some(({ attachmentId }) => attachmentId === file.attachmentId);
  return struck || known || isPutAway(state.phase)
    ? []
    : [{ type: 'EvidenceAttached', data: { ...file, from } }];
}

/** What was struck is kept, so it counts. An operator has a room of its own: it can neither fill the office's nor see into it. */
function room(
  state: RegisteredComplaint,
  size: number,
  limits: AttachmentLimits,
  operator: string | undefined,
): ComplaintRefusal | null {
  const attachments = (state.attachments ?? []).filter(
    (one) => one.operator === operator && one.from === undefined,
  );
  const bytes = attachments.reduce((sum, one) => sum + one.size, 0);
  const fits = attachments.length < limits.files && bytes + size <= limits.bytes;
  return fits
    ? null
    : no('case-holds-enough-files', {
        files: attachments.length,
        bytes,
        limitFiles: limits.files,
        limitBytes: limits.bytes,
      });
}
