import type { Instant } from '#kernel';
import type { CommandOf } from '../case/commands.js';
import { requiredReplyParts } from '../documents/contents.js';
import type { Context } from '../case/context.js';
import { canBeReferredTo } from '../evidence/opening.js';
import { isSuperseded } from '../clocks/ledger.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { receivedAtOf } from '../respondent/respondent.js';
import { currentDocument, isDecided, type RegisteredComplaint } from '../case/state.js';
import type { ReplyPart } from './facts.js';
import { unfold } from '../case/unfold.js';

/** G17: an answer is awaited once the respondent has been served. */
export function replyIsAwaited(state: RegisteredComplaint): ComplaintRefusal | null {
  if (currentDocument(state, 'D05')?.service === undefined) return no('reply-not-awaited');
  return isDecided(state) && state.reply
    ? no('reply-already-received', { receivedAt: state.reply.receivedAt })
    : null;
}

/** G17, G18, B08: the written answer with its parts. A late one is kept as late and changes nothing else (G19, B09). */
export function recordReply(
  state: RegisteredComplaint,
  data: CommandOf<'RecordReply'>['data'],
  context: Context,
): ComplaintEvent[] | ComplaintRefusal {
  const receivedAt = receivedAtOf(data.receivedAt, context);
  const servedAt = currentDocument(state, 'D05')?.service?.servedAt ?? receivedAt;
  const wrong = checkWhen('receivedAt', receivedAt, servedAt, context);
  if (wrong) return wrong;
  const required = partsOwed(state);
  const missing = required.filter((part) => data.parts[part] === undefined);
  if (missing.length > 0) return no('reply-incomplete', { missing, required });
  const { parts, evidence, attachments } = data;
  const notThere = canBeReferredTo(state, attachments ?? [], context);
  if (notThere) return notThere;
  const late = isLateReply(state, receivedAt);
  return unfold(state, stopping(['respondent-replied'], receivedAt)(state), [
    {
      type: 'RespondentReplied',
      data: { receivedAt, parts, evidence, ...(attachments === undefined ? {} : { attachments }), late },
    },
  ]);
}

/**
 * G18, B08: what a reply must state, as far as the notice asked for it. Where the kind of operator was put right after the
 * service, nobody has to state what he was not asked for, and nobody what he does not owe (H17).
 */
function partsOwed(state: RegisteredComplaint): ReplyPart[] {
  const notice = state.documents.findLast(
    ({ kind, service, superseded }) => kind === 'D05' && service !== undefined && !superseded,
  );
  const asked = notice?.contents.replyMustState;
  return requiredReplyParts(state).filter((part) => !Array.isArray(asked) || asked.includes(part));
}

/** G19: it came after the longest term given had run out; one that a move to other rulebooks took away was not given. */
export function isLateReply({ clocks }: RegisteredComplaint, receivedAt: Instant): boolean {
  const limits = clocks
    .filter((clock) => clock.code === 'DL-REPLY' && !isSuperseded(clock))
    .map(({ dueAt }) => dueAt);
  return limits.length > 0 && limits.every((dueAt) => receivedAt >= dueAt);
}
