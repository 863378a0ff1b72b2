import type { DepositExclusion, DepositGround, GoverningProcedure } from '#rulebook';
import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { procedureOfCase } from '../case/rulebooks.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import { limitationAsked } from '../claims/standing.js';
import type { ClaimLimitation } from '../intake/facts.js';
import type { AgencyPayment, EligibilityPoint } from './facts.js';

type Data = CommandOf<'AssessDepositEligibility'>['data'];

/**
 * G32, G33, G58: a travel agency, a ground of the rulebook, no exclusion of it, and an agency that does not or
 * cannot pay itself. Whether the complaint was rightly accepted is another question (A18).
 */
export function assessDepositEligibility(state: RegisteredComplaint, data: Data, context: Context): Answer {
  const procedure = procedureOfCase(state, context);
  const grounds = oneEach(data.grounds);
  const refusal = checkPoints(procedure, grounds, data.exclusions);
  if (refusal) return refusal;
  const exclusions = oneEach([...data.exclusions, ...outOfTime(state, procedure)]);
  const points = pointsOf(state, procedure, grounds, exclusions, data.payment);
  const found = {
    ...data,
    grounds,
    exclusions,
    points,
    rulebook: procedure.rulebook,
    form: procedure.depositForm.value,
    eligible: points.every(({ met }) => met),
  };
  if (isAssessedSo(state, found)) return [];
  return [
    {
      type: 'DepositEligibilityAssessed',
      data: { ...found, assessedAt: context.now, assessedBy: context.actor.id },
    },
  ];
}

function oneEach<T extends string>(all: readonly T[]): T[] {
  return [...new Set(all)].toSorted();
}

function checkPoints(
  { depositGrounds, depositExclusions, rulebook }: GoverningProcedure,
  grounds: readonly DepositGround[],
  exclusions: readonly DepositExclusion[],
): ComplaintRefusal | null {
  const strange = [
    ...grounds.filter((ground) => !depositGrounds.value.includes(ground)),
    ...exclusions.filter((exclusion) => !depositExclusions.value.includes(exclusion)),
  ];
  return strange.length > 0 ? no('deposit-point-not-in-rulebook', { rulebook, strange }) : null;
}

/** G53, A07: of what the deposit could pay nothing is asked for any more. */
export function depositClaimsStand(state: RegisteredComplaint): ComplaintRefusal | null {
  if (!isDecided(state)) return null;
  const ofDeposit = ({ class: of }: ClaimLimitation) => of === 'deposit';
  const all = state.review.limitation.filter(ofDeposit);
  const asked = limitationAsked(state, state.review).filter(ofDeposit);
  return all.length > 0 && asked.length === 0
    ? no('deposit-claims-waived', { claims: all.map(({ claim }) => claim) })
    : null;
}

/** N4 stands as soon as the review found every claim on the deposit out of time (A07). */
function outOfTime(
  state: RegisteredComplaint,
  { depositExclusions }: GoverningProcedure,
): DepositExclusion[] {
  if (!isDecided(state) || !depositExclusions.value.includes('N4')) return [];
  const claims = limitationAsked(state, state.review).filter((claim) => claim.class === 'deposit');
  return claims.length > 0 && claims.every(({ inTime }) => !inTime) ? ['N4'] : [];
}

function pointsOf(
  { registration }: RegisteredComplaint,
  { depositGrounds, depositExclusions }: GoverningProcedure,
  grounds: readonly DepositGround[],
  exclusions: readonly DepositExclusion[],
  payment: AgencyPayment,
): EligibilityPoint[] {
  const onGrounds = { article: depositGrounds.article, verification: depositGrounds.verification };
  const onExclusions = { article: depositExclusions.article, verification: depositExclusions.verification };
  const { kind } = registration.respondent;
  return [
    { point: 'travel-agency', met: kind === 'travel-agency', found: kind ? [kind] : [], ...onGrounds },
    { point: 'ground', met: grounds.length > 0, found: grounds, ...onGrounds },
    { point: 'exclusion', met: exclusions.length === 0, found: exclusions, ...onExclusions },
    { point: 'agency-does-not-pay', met: payment !== 'pays', found: [payment], ...onExclusions },
  ];
}

/** The same again changes nothing; an assessment on other grounds takes its place. */
function isAssessedSo(state: RegisteredComplaint, found: object): boolean {
  const last = isDecided(state) ? state.deposit?.assessments.at(-1) : undefined;
  if (!last) return false;
  const { assessedAt: _at, assessedBy: _by, ...before } = last;
  return (
    JSON.stringify(Object.entries(before).toSorted()) === JSON.stringify(Object.entries(found).toSorted())
  );
}
