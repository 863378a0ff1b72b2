import { dayInChina } from '#kernel';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';

type Answer = ComplaintEvent[] | ComplaintRefusal;

/** A16: not a day before its term is over, and never what is kept for ever. */
function termIsOver(state: RegisteredComplaint, now: string): ComplaintRefusal | null {
  const keptUntil = state.archive?.keptUntil ?? null;
  return keptUntil === null || dayInChina(now) <= keptUntil ? no('volume-still-kept', { keptUntil }) : null;
}

export function destructionCanBeProposed(
  state: RegisteredComplaint,
  { now }: Context,
): ComplaintRefusal | null {
  const proposed = state.archive?.destruction;
  return proposed ? no('destruction-already-proposed', { by: proposed.proposedBy }) : termIsOver(state, now);
}

/** A16: somebody proposes that the volume be destroyed, and says why. */
export function proposeDestruction(
  _state: RegisteredComplaint,
  { reason }: CommandOf<'ProposeDestruction'>['data'],
  { actor, now }: Context,
): Answer {
  return [{ type: 'DestructionProposed', data: { by: actor.id, at: now, reason } }];
}

/** A16: another person than the proposer approves. */
export function destructionCanBeApproved(
  state: RegisteredComplaint,
  { actor }: Context,
): ComplaintRefusal | null {
  const proposed = state.archive?.destruction;
  if (!proposed) return no('destruction-not-proposed');
  return proposed.proposedBy === actor.id
    ? no('destruction-approver-is-proposer', { proposer: proposed.proposedBy })
    : null;
}

/** A16: from the approval on the keys may be destroyed; approving again goes on where that was cut off. */
export function approveDestruction(
  state: RegisteredComplaint,
  _data: CommandOf<'ApproveDestruction'>['data'],
  { actor, now }: Context,
): Answer {
  return state.archive?.destruction?.approvedAt === undefined
    ? [{ type: 'DestructionApproved', data: { by: actor.id, at: now } }]
    : [];
}

/** The keys are gone: the case says so. */
export function recordDestruction(
  state: RegisteredComplaint,
  { keys }: CommandOf<'RecordDestruction'>['data'],
  { now }: Context,
): Answer {
  const destruction = state.archive?.destruction;
  if (destruction?.approvedAt === undefined) return no('destruction-not-approved');
  return destruction.destroyedAt === undefined ? [{ type: 'CaseDestroyed', data: { at: now, keys } }] : [];
}

/** Its texts are gone, or about to go: nothing more is done to the case. */
export function isNotDestroyed(state: RegisteredComplaint): ComplaintRefusal | null {
  const { approvedAt, destroyedAt } = state.archive?.destruction ?? {};
  return approvedAt === undefined
    ? null
    : no('case-destroyed', { approvedAt, ...(destroyedAt === undefined ? {} : { destroyedAt }) });
}
