import type { Remedy } from '#rulebook';
import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { disposing } from '../case/disposal.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { procedureOfCase } from '../case/rulebooks.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import { factsEstablishedAt, mediationOf } from '../mediation/opening.js';

/** G30, A08: a ruling follows failed mediation only where the rulebook that governs the case says so. */
export function rulingCanBeIssued(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  const { failedMediation, rulebook } = procedureOfCase(state, context);
  return failedMediation.value === 'ruling' ? null : no('ruling-not-under-this-rulebook', { rulebook });
}

/** G57: elsewhere mediation is terminated, and the parties are told where else to turn. */
export function mediationCanBeTerminated(
  state: RegisteredComplaint,
  context: Context,
): ComplaintRefusal | null {
  const { failedMediation, rulebook } = procedureOfCase(state, context);
  return failedMediation.value === 'termination'
    ? null
    : no('termination-not-under-this-rulebook', { rulebook });
}

/** Who handled, investigated or mediated a case does not decide it: approver ≠ author. */
export function deciderIsImpartial(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  if (!isDecided(state)) return null;
  const { handlers, investigation, mediation } = state;
  const involved = [
    ...handlers,
    ...(investigation?.records.flatMap(({ investigators }) => investigators) ?? []),
    ...(investigation?.found ? [investigation.found.by] : []),
    ...(mediation?.mediators ?? []),
  ];
  return involved.includes(context.actor.id)
    ? no('decider-handled-the-case', { decider: context.actor.id })
    : null;
}

/** G30: the office rules on established facts, and says what can be done against it. */
export function issueRuling(
  state: RegisteredComplaint,
  data: CommandOf<'IssueRuling'>['data'],
  context: Context,
): Answer {
  const decidedAt = data.decidedAt ?? context.now;
  const remedies = remediesNamed(state, data.remedies, context);
  const refusal =
    checkWhen('decidedAt', decidedAt, mediationFailedAt(state), context) ??
    (data.amountFen > 0 && data.payBy === undefined ? no('ruling-payment-day-missing') : null);
  if (refusal) return refusal;
  if (!Array.isArray(remedies)) return remedies;
  const ruling = { ...data, remedies, decidedAt, decidedBy: context.actor.id };
  return disposing(state, { type: 'RulingIssued', data: ruling }, decidedAt, ['ruling-issued']);
}

/** G57: the course of mediation, why it ended, and the remedies. */
export function terminateMediation(
  state: RegisteredComplaint,
  data: CommandOf<'TerminateMediation'>['data'],
  context: Context,
): Answer {
  const terminatedAt = data.terminatedAt ?? context.now;
  const wrong = checkWhen('terminatedAt', terminatedAt, mediationFailedAt(state), context);
  if (wrong) return wrong;
  const remedies = remediesNamed(state, data.remedies, context);
  if (!Array.isArray(remedies)) return remedies;
  const termination = { ...data, remedies, terminatedAt, by: context.actor.id };
  return disposing(state, { type: 'MediationTerminated', data: termination }, terminatedAt);
}

/** When mediation failed; what follows comes after. */
export function mediationFailedAt(state: RegisteredComplaint): string {
  return mediationOf(state)?.failure?.failedAt ?? factsEstablishedAt(state);
}

/** Exactly the remedies of the rulebook, each with its days. */
function remediesNamed(
  state: RegisteredComplaint,
  named: readonly Remedy['remedy'][],
  context: Context,
): Remedy[] | ComplaintRefusal {
  const { remedies, rulebook } = procedureOfCase(state, context);
  const missing = remedies.value.map(({ remedy }) => remedy).filter((remedy) => !named.includes(remedy));
  const strange = named.filter((remedy) => !remedies.value.some((one) => one.remedy === remedy));
  return missing.length + strange.length > 0
    ? no('remedies-not-as-in-the-rulebook', { rulebook, missing, strange })
    : [...remedies.value];
}
