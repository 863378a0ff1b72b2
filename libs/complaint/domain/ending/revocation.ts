import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { disposing } from '../case/disposal.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { procedureOfCase } from '../case/rulebooks.js';
import type { RegisteredComplaint } from '../case/state.js';
import { factsEstablishedAt } from '../mediation/opening.js';

/** A13: only rules that know grounds of revocation allow it. */
export function filingCanBeRevoked(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  const { rulebook, revocationGrounds } = procedureOfCase(state, context);
  return revocationGrounds.value.length === 0
    ? no('revocation-not-in-rulebook', { rulebook, grounds: [] })
    : null;
}

/**
 * G36, G23: on established facts the filing is revoked, on proof of a ground that the rules name; the complainant is
 * told by D18.
 */
export function revokeFiling(
  state: RegisteredComplaint,
  data: CommandOf<'RevokeFiling'>['data'],
  context: Context,
): ComplaintEvent[] | ComplaintRefusal {
  const { rulebook, revocationGrounds } = procedureOfCase(state, context);
  const { value: grounds, article } = revocationGrounds;
  if (!grounds.includes(data.ground)) {
    return no('revocation-not-in-rulebook', { rulebook, ground: data.ground, grounds: [...grounds] });
  }
  if (data.evidence.length === 0) return no('revocation-without-proof', { ground: data.ground });
  const revokedAt = data.revokedAt ?? context.now;
  const wrong = checkWhen('revokedAt', revokedAt, factsEstablishedAt(state), context);
  if (wrong) return wrong;
  const revocation = { ...data, revokedAt, by: context.actor.id, rulebook, article };
  return disposing(state, { type: 'CaseFilingRevoked', data: revocation }, revokedAt);
}
