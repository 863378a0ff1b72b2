import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import { officeOfActor, type Context } from '../case/context.js';
import { starting, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { endingHere } from '../handover/rounds.js';

/** 催办: the superior asks what has become of it; the lower office owes an answer within a term. */
export function urgeCase(
  state: RegisteredComplaint,
  { urgeId, text }: CommandOf<'UrgeCase'>['data'],
  context: Context,
): Answer {
  const { now, actor } = context;
  if (state.urges?.some((urge) => urge.urgeId === urgeId)) return [];
  return unfold(
    state,
    [{ type: 'CaseUrged', data: { urgeId, by: actor.id, byOffice: officeOfActor(actor), at: now, text } }],
    starting('urged', now, context),
  );
}

function unanswered(state: RegisteredComplaint): string[] {
  return (state.urges ?? []).filter(({ answer }) => answer === undefined).map(({ urgeId }) => urgeId);
}

export function isUrged(state: RegisteredComplaint): ComplaintRefusal | null {
  return unanswered(state).length > 0 ? null : no('nothing-urged');
}

export function answerUrge(
  state: RegisteredComplaint,
  { answer }: CommandOf<'AnswerUrge'>['data'],
  { now, actor }: Context,
): Answer {
  return unfold(state, stopping(['urge-answered'], now)(state), [
    { type: 'UrgeAnswered', data: { urges: unanswered(state), by: actor.id, at: now, answer } },
  ]);
}

/** 提级 (G50): the superior takes the case up; the lower office's record stays as it is. */
export function recallCase(
  state: RegisteredComplaint,
  { reason }: CommandOf<'RecallCase'>['data'],
  { now, actor }: Context,
): Answer {
  return unfold(state, endingHere(now), [
    { type: 'CaseRecalled', data: { by: actor.id, byOffice: officeOfActor(actor), at: now, reason } },
  ]);
}

/** 改派: the superior gives the case to another office below it; nobody sends it back from there. */
export function reassignCase(
  state: RegisteredComplaint,
  { office, reason }: CommandOf<'ReassignCase'>['data'],
  { now, actor, offices }: Context,
): Answer {
  if (!offices.isAbove(officeOfActor(actor), office) || office === state.registration.office) {
    return no('reassignment-unfit', { office, among: offices.subtreeOf(officeOfActor(actor)).slice(1) });
  }
  return unfold(state, endingHere(now), [
    {
      type: 'CaseReassigned',
      data: { by: actor.id, byOffice: officeOfActor(actor), at: now, to: office, reason },
    },
  ]);
}
