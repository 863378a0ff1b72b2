import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { ComplaintLink } from './facts.js';

type Answer = ComplaintEvent[] | ComplaintRefusal;

/** The links that stand. */
export function standingLinks(state: RegisteredComplaint): readonly ComplaintLink[] {
  return (state.links ?? []).filter(({ ended }) => ended === undefined);
}

/** A complaint is linked to another of the office. Each keeps its phase and its clocks: nothing gets lost by it. */
export function linkComplaint(
  state: RegisteredComplaint,
  { found, ...data }: CommandOf<'LinkComplaint'>['data'],
  { actor, now }: Context,
): Answer {
  if ((state.links ?? []).some(({ linkId }) => linkId === data.linkId)) return [];
  if (data.to === state.registration.complaintId) return no('link-to-itself');
  if (!found) return no('linked-complaint-not-found', { to: data.to });
  const standing = standingLinks(state).find(({ to }) => to === data.to);
  if (standing) return no('link-exists-already', { linkId: standing.linkId, kind: standing.kind });
  return [{ type: 'ComplaintLinked', data: { ...data, ...found, by: actor.id, at: now } }];
}

/** Several at once: all of them or, where one cannot be linked, none. What is linked already stays as it is. */
export function linkComplaints(
  state: RegisteredComplaint,
  { links, kind, reason }: CommandOf<'LinkComplaints'>['data'],
  context: Context,
): Answer {
  const linked = new Set(standingLinks(state).map(({ to }) => to));
  const answers = links
    .filter(({ to }, index) => !linked.has(to) && links.findIndex((one) => one.to === to) === index)
    .map((link) => linkComplaint(state, { ...link, kind, reason }, context));
  return answers.find((answer) => 'refused' in answer) ?? (answers as ComplaintEvent[][]).flat();
}

/** A link that was wrong is undone, with the reason; both stay on file. */
export function unlinkComplaint(
  state: RegisteredComplaint,
  { linkId, reason }: CommandOf<'UnlinkComplaint'>['data'],
  { actor, now }: Context,
): Answer {
  const link = (state.links ?? []).find((one) => one.linkId === linkId);
  if (!link) return no('link-not-found', { linkId });
  if (link.ended) return [];
  return [{ type: 'ComplaintUnlinked', data: { linkId, reason, by: actor.id, at: now } }];
}
