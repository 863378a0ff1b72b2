import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { disposing } from '../case/disposal.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { procedureOfCase } from '../case/rulebooks.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';

/** A13: only rules that know grounds of revocation allow it; the leader who revokes is none of the handlers. */
export function filingCanBeRevoked(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  const { rulebook, revocationGrounds } = procedureOfCase(state, context);
  if (revocationGrounds.value.length === 0)
    return no('revocation-not-in-rulebook', { rulebook, grounds: [] });
  return isDecided(state) && state.handlers.includes(context.actor.id)
    ? no('revoker-is-handler', { handlers: [...state.handlers] })
    : null;
}

/** G36: the filing is revoked on proof of a ground that the rules name; the complainant is told by D18. */
export function revokeFiling(
  state: RegisteredComplaint,
  data: CommandOf<'RevokeFiling'>['data'],
  context: Context,
): ComplaintEvent[] | ComplaintRefusal {
  if (!isDecided(state)) return no('action-not-in-this-phase', { phase: state.phase });
  const { rulebook, revocationGrounds } = procedureOfCase(state, context);
  const { value: grounds, article } = revocationGrounds;
  if (!grounds.includes(data.ground)) {
    return no('revocation-not-in-rulebook', { rulebook, ground: data.ground, grounds: [...grounds] });
  }
  if (data.evidence.length === 0) return no('revocation-without-proof', { ground: data.ground });
  const revokedAt = data.revokedAt ?? context.now;
  const wrong = checkWhen('revokedAt', revokedAt, state.decision.decidedAt, context);
  if (wrong) return wrong;
  const revocation = { ...data, revokedAt, by: context.actor.id, rulebook, article };
  return disposing(state, { type: 'CaseFilingRevoked', data: revocation }, revokedAt);
}
