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
  const attachment = state.attachments?.find((one) => one.attachmentId === attachmentId);
  if (!attachment) return no('attachment-not-in-case');
  if (attachment.struck) return no('attachment-is-struck', { struckAt: attachment.struck.at });
  const { belongsTo } = attachment;
  return belongsTo !== undefined && contactIsOpen(state, by, belongsTo, now)
    ? no('attachment-of-a-person', { subject: belongsTo })
    : attachment;
}
