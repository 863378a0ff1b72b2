import type { Answer } from '../case/act.js';
import type { Context } from '../case/context.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { everybodySigned } from '../people/consent.js';
import type { ClaimsCommands } from './commands.js';
import { claimsStanding, waivedAtOf } from './standing.js';

/**
 * G53: the complainants give up part of what they ask for; what they give up stays in the register and is dealt with
 * no more. Each of several has to agree, himself or by an agent with that power: nobody gives away the claim of
 * another. The class of the case and its terms stay as they were accepted.
 */
export function waiveClaims(
  state: RegisteredComplaint,
  data: ClaimsCommands['WaiveClaims'],
  context: Context,
): Answer {
  const claims = [...new Set(data.claims)]
    .filter((claim) => waivedAtOf(state, claim) === undefined)
    .toSorted((one, other) => one - other);
  if (claims.length === 0) return [];
  const waivedAt = data.waivedAt ?? context.now;
  const consents = [...new Set(data.consents)].toSorted();
  return (
    checkClaims(state, claims) ??
    everybodySigned(state, consents, 'waive', waivedAt) ??
    checkWhen('waivedAt', waivedAt, state.registration.receivedAt, context) ?? [
      { type: 'ClaimsWaived', data: { ...data, claims, consents, waivedAt, recordedBy: context.actor.id } },
    ]
  );
}

/** G61: a complaint of which nothing is left is taken back, and ended as one. */
function checkClaims(state: RegisteredComplaint, claims: readonly number[]): ComplaintRefusal | null {
  const standing = claimsStanding(state).map(({ claim }) => claim);
  const strange = claims.filter((claim) => !standing.includes(claim));
  if (strange.length > 0) return no('claim-does-not-stand', { claims: strange, standing });
  return claims.length === standing.length ? no('waiving-all-is-withdrawing', { standing }) : null;
}
