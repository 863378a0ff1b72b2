import type { Answer } from '../case/act.js';
import type { Context } from '../case/context.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { EvidenceCommands } from './commands.js';
import type { Attachment } from './facts.js';

/** A file that was attached by mistake is struck with the reason, by somebody else than who attached it. */
export function strikeAttachment(
  state: RegisteredComplaint,
  { attachmentId, reason }: EvidenceCommands['StrikeAttachment'],
  context: Context,
): Answer {
  const attachment = state.attachments?.find((one) => one.attachmentId === attachmentId);
  if (!attachment) return no('attachment-not-in-case');
  if (attachment.struck?.by === context.actor.id) return [];
  if (attachment.struck) return no('attachment-is-struck', { struckAt: attachment.struck.at });
  return (
    attachmentCanBeStruck(attachment, context) ?? [
      {
        type: 'AttachmentStruck',
        data: { attachmentId, reason, struckBy: context.actor.id, struckAt: context.now },
      },
    ]
  );
}

/** Nobody takes back out of the file what he put in himself (H17): a mistake is two people's business. */
export function attachmentCanBeStruck(
  { attachedBy }: Attachment,
  { actor }: Context,
): ComplaintRefusal | null {
  return attachedBy === actor.id ? no('attachment-struck-by-who-attached', { attachedBy }) : null;
}
