import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { servedOnRespondentAt } from '../respondent/side.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import { recusedAmong } from '../investigation/opening.js';
import type { Mediation } from './facts.js';

/** What has come of mediation so far. */
export function mediationOf(state: RegisteredComplaint): Mediation | undefined {
  return isDecided(state) ? state.mediation : undefined;
}

/** What the two sides do together can begin once the respondent has been served (G24, G27). */
export function respondentIsServed(state: RegisteredComplaint): ComplaintRefusal | null {
  return servedOnRespondentAt(state) === undefined ? no('respondent-not-served') : null;
}

/** When the respondent got the notice; nothing between the parties comes before it. */
export function respondentServedAt(state: RegisteredComplaint): string {
  return servedOnRespondentAt(state) ?? state.registration.receivedAt;
}

/** G27: mediation is at a party's request. */
export function requestMediation(
  state: RegisteredComplaint,
  data: CommandOf<'RequestMediation'>['data'],
  context: Context,
): Answer {
  if (mediationOf(state)?.requests.some(({ party }) => party === data.party)) return [];
  const requestedAt = data.requestedAt ?? context.now;
  const wrong = checkWhen('requestedAt', requestedAt, state.registration.receivedAt, context);
  if (wrong) return wrong;
  return [
    { type: 'MediationRequested', data: { party: data.party, requestedAt, recordedBy: context.actor.id } },
  ];
}

/** G27: a party has asked; or the time to settle has run out, and the office offers it (G24). */
export function mediationIsAsked(state: RegisteredComplaint): ComplaintRefusal | null {
  const offered = isDecided(state) && state.settlementOverdueAt !== undefined;
  const asked = (mediationOf(state)?.requests.length ?? 0) > 0;
  return asked || offered ? null : no('mediation-not-requested');
}

/** G28: only after the facts are established, which the phase says. */
export function openMediation(
  state: RegisteredComplaint,
  data: CommandOf<'OpenMediation'>['data'],
  context: Context,
): Answer {
  const mediators = [...new Set(data.mediators)].toSorted();
  if (mediators.length === 0) return no('mediator-missing');
  const openedAt = data.openedAt ?? context.now;
  const refusal =
    recusedAmong(state, mediators) ?? checkWhen('openedAt', openedAt, factsEstablishedAt(state), context);
  if (refusal) return refusal;
  return [{ type: 'MediationOpened', data: { mediators, by: context.actor.id, openedAt } }];
}

/** When the facts were established; mediation and what follows from it come after. */
export function factsEstablishedAt(state: RegisteredComplaint): string {
  return (
    (isDecided(state) ? state.investigation?.found?.establishedAt : undefined) ?? respondentServedAt(state)
  );
}
