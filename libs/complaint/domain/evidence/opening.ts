import { isRefusal } from '#kernel';
import type { Context } from '../case/context.js';
import { contactIsOpen } from '../contact/disclosure.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { Attachment } from './facts.js';

/**
 * Whether somebody may see what is in a file: nobody what was struck, and a complainant's own paper only who has asked
 * on this day, with a purpose, to see that person's contact in full.
 */
export function attachmentToOpen(
  state: RegisteredComplaint,
  attachmentId: string,
  by: string,
  now: string,
): Attachment | ComplaintRefusal {
  const attachment = standing(state, attachmentId);
  if (isRefusal(attachment)) return attachment;
  const { belongsTo } = attachment;
  return belongsTo !== undefined && contactIsOpen(state, by, belongsTo, now)
    ? no('attachment-of-a-person', { subject: belongsTo })
    : attachment;
}

/** Whether an operator may see what is in a file: what its own people attached, and nothing of others. */
export function attachmentOfOperator(
  state: RegisteredComplaint,
  attachmentId: string,
  operator: string | undefined,
): Attachment | ComplaintRefusal {
  const attachment = state.attachments?.find((one) => one.attachmentId === attachmentId);
  // Of the files of others it does not even learn that they are there.
  return operator !== undefined && attachment?.operator === operator
    ? standing(state, attachmentId)
    : no('attachment-not-in-case', { attachmentId });
}

/** Whether these files can be referred to: they are in the case and not struck, and an operator's are its own. */
export function canBeReferredTo(
  state: RegisteredComplaint,
  attachmentIds: readonly string[],
  { actor }: Context,
): ComplaintRefusal | null {
  for (const id of attachmentIds) {
    const found =
      actor.operator === undefined ? standing(state, id) : attachmentOfOperator(state, id, actor.operator);
    if (isRefusal(found)) return found;
  }
  return null;
}

function standing(state: RegisteredComplaint, attachmentId: string): Attachment | ComplaintRefusal {
  const attachment = state.attachments?.find((one) => one.attachmentId === attachmentId);
  if (!attachment) return no('attachment-not-in-case', { attachmentId });
  if (attachment.struck) return no('attachment-is-struck', { struckAt: attachment.struck.at });
  return attachment;
}
