import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { recusedOf } from '../people/recusal.js';
import { servedOnRespondentAt } from '../respondent/side.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import type { Investigation, Investigator } from './facts.js';

/** The investigation, if it has been opened. */
export function investigationOf(state: RegisteredComplaint): Investigation | undefined {
  return isDecided(state) ? state.investigation : undefined;
}

/** G20: nobody investigates before the investigators are named. */
export function investigationIsOpen(state: RegisteredComplaint): ComplaintRefusal | null {
  return investigationOf(state) ? null : no('investigation-not-open');
}

/** G20, G22: evidence is taken by at least two people, named with their certificates; again when they change. */
export function openInvestigation(
  state: RegisteredComplaint,
  data: CommandOf<'OpenInvestigation'>['data'],
  context: Context,
): Answer {
  const investigators = oncePerPerson(data.investigators);
  const recused = recusedAmong(
    state,
    investigators.map(({ id }) => id),
  );
  if (recused) return recused;
  if (investigators.length < 2) return no('investigators-too-few', { distinct: investigators.length });
  const known = investigationOf(state);
  if (known && JSON.stringify(known.investigators) === JSON.stringify(investigators)) return [];
  const openedAt = data.openedAt ?? context.now;
  const notBefore = known?.openedAt ?? servedOnRespondentAt(state) ?? state.registration.receivedAt;
  const wrong = checkWhen('openedAt', openedAt, notBefore, context);
  if (wrong) return wrong;
  return [{ type: 'InvestigationOpened', data: { investigators, by: context.actor.id, openedAt } }];
}

/** G62: who was told to stand aside neither investigates nor mediates. */
export function recusedAmong(state: RegisteredComplaint, people: readonly string[]): ComplaintRefusal | null {
  const aside = recusedOf(state);
  const recused = people.filter((person) => aside.includes(person));
  return recused.length > 0 ? no('recused-cannot-handle', { recused }) : null;
}

function oncePerPerson(investigators: readonly Investigator[]): Investigator[] {
  const people = new Map(investigators.map((one) => [one.id, one]));
  return [...people.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** G20: a person to be questioned is told when and where (询问调查通知书, D10). */
export function summonPerson(
  state: RegisteredComplaint,
  data: CommandOf<'SummonPerson'>['data'],
  context: Context,
): Answer {
  if (investigationOf(state)?.summonses.some(({ summonsId }) => summonsId === data.summonsId)) return [];
  return [{ type: 'PersonSummoned', data: { ...data, by: context.actor.id, summonedAt: context.now } }];
}

/** G55: another office is asked to take evidence (调查取证委托书, D11). */
export function commissionInvestigation(
  state: RegisteredComplaint,
  data: CommandOf<'CommissionInvestigation'>['data'],
  context: Context,
): Answer {
  if (investigationOf(state)?.commissions.some(({ commissionId }) => commissionId === data.commissionId)) {
    return [];
  }
  return [
    {
      type: 'InvestigationCommissioned',
      data: { ...data, by: context.actor.id, commissionedAt: context.now },
    },
  ];
}

/** G21: both accounts are compared, and what they differ in is named; more can be added while it is investigated. */
export function identifyDisputePoints(
  state: RegisteredComplaint,
  data: CommandOf<'IdentifyDisputePoints'>['data'],
  context: Context,
): Answer {
  const known = new Set(investigationOf(state)?.points.map(({ pointId }) => pointId));
  if (data.points.length === 0) return no('dispute-points-missing');
  const points = data.points.filter(({ pointId }) => !known.has(pointId));
  if (points.length === 0) return [];
  return [
    {
      type: 'DisputePointsIdentified',
      data: { points, by: context.actor.id, identifiedAt: context.now },
    },
  ];
}
