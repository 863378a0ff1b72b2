import type { JsonObject } from '#kernel';
import type { Remedy } from '#rulebook';
import type { DecidedComplaint } from '../case/state.js';
import { claimsListed } from '../claims/standing.js';
import { partiesOf } from '../mediation/contents.js';

/** What a termination of mediation (D15, G57) and a ruling (D15R, G30) say, each with the remedies. */
export function outcomeContents(kind: 'D15' | 'D15R', state: DecidedComplaint): JsonObject {
  const { termination, ruling, investigation } = state;
  const common = {
    parties: partiesOf(state),
    claims: claimsListed(state),
  };
  if (kind === 'D15') {
    if (!termination) return common;
    const { course, reason, remedies } = termination;
    return { ...common, course: { ...course }, reason: { ...reason }, remedies: named(remedies) };
  }
  if (!ruling) return common;
  return {
    ...common,
    ...(investigation?.found ? { facts: { ...investigation.found.facts } } : {}),
    grounds: { ...ruling.grounds },
    ruling: { ...ruling.ruling },
    amountFen: ruling.amountFen,
    payBy: ruling.payBy ?? null,
    remedies: named(ruling.remedies),
  };
}

/** Each with the calendar days from service in which it must be sought, where there is such a limit. */
function named(remedies: readonly Remedy[]): JsonObject[] {
  return remedies.map(({ remedy, days }) => ({ remedy, days: days ?? null }));
}
