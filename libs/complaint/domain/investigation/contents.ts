import type { JsonObject } from '#kernel';
import type { DecidedComplaint } from '../case/state.js';

/** What a summons (D10) and a commission (D11) say. */
export function investigationContents(
  kind: 'D10' | 'D11',
  about: string | undefined,
  { investigation }: DecidedComplaint,
): JsonObject {
  const investigators = investigation?.investigators.map((one) => ({ ...one })) ?? [];
  if (kind === 'D11') {
    const commission = investigation?.commissions.find(({ commissionId }) => commissionId === about);
    return commission ? { office: commission.office, matters: { ...commission.matters } } : {};
  }
  const summons = investigation?.summonses.find(({ summonsId }) => summonsId === about);
  if (!summons) return {};
  const { person, appointedFor, place } = summons;
  return { person: { ...person }, appointedFor, place: { ...place }, investigators };
}
