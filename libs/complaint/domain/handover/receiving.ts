import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { checkWhen, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { endingHere } from './rounds.js';

/** A15: somebody waits for the result of this case, and has none that stands. */
export function reportIsAwaited(state: RegisteredComplaint): ComplaintRefusal | null {
  if (state.registration.origin?.reportTo === undefined) return no('nobody-awaits-a-report');
  const last = state.duty?.reports.at(-1);
  return last === undefined || last.returned ? null : no('already-reported', { reportedAt: last.reportedAt });
}

/** G12: the result goes to the office that sent the case. */
export function reportToReferrer(
  state: RegisteredComplaint,
  data: CommandOf<'ReportToReferrer'>['data'],
  context: Context,
): Answer {
  const reportedAt = data.reportedAt ?? context.now;
  const since = state.duty?.reports.at(-1)?.returned?.at ?? state.registration.receivedAt;
  const wrong = checkWhen('reportedAt', reportedAt, since, context);
  if (wrong) return wrong;
  return unfold(state, stopping(['reported-to-referrer'], reportedAt)(state), [
    { type: 'ReportedToReferrer', data: { by: context.actor.id, reportedAt, result: data.result } },
  ]);
}

/** Whether a superior has said that the case is this office's (指定管辖): then nobody sends it on or back (G50). */
export function designatedHere(state: RegisteredComplaint): string | undefined {
  return state.designation?.byOffice ?? state.registration.origin?.designatedBy;
}

/** G50: what came from another office may go back to it, unless a superior has sent it here. */
export function canBeReturned(state: RegisteredComplaint): ComplaintRefusal | null {
  const { origin } = state.registration;
  if (origin === undefined) return no('not-from-another-office');
  const by = designatedHere(state);
  if (by !== undefined) return no('designated-case-stays', { designatedBy: by });
  return origin.kind === 'recall'
    ? no('designated-case-stays', { designatedBy: state.registration.office })
    : null;
}

/** 退回: not our competence; the record stays here, the case goes on where it came from. */
export function returnToSender(
  state: RegisteredComplaint,
  data: CommandOf<'ReturnToSender'>['data'],
  { actor, now }: Context,
): Answer {
  return unfold(state, endingHere(now), [
    { type: 'ReturnedToSender', data: { by: actor.id, at: now, reason: data.reason } },
  ]);
}
