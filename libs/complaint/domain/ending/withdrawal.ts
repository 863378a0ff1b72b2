import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { disposing } from '../case/disposal.js';
import { checkWhen } from '../case/happenings.js';
import type { ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { everybodySigned } from '../people/consent.js';

/**
 * G61, A14: the complainants take their complaint back, up to an outcome. It is theirs to do and needs no ground; it
 * is not the office's revocation of a filing (G36). Each of several has to agree, himself or by his agent: nobody gives
 * away the claim of another (G53).
 */
export function withdrawComplaint(
  state: RegisteredComplaint,
  data: CommandOf<'WithdrawComplaint'>['data'],
  context: Context,
): ComplaintEvent[] | ComplaintRefusal {
  const declaredAt = data.declaredAt ?? context.now;
  const refusal =
    everybodySigned(state, data.consents, 'withdraw', declaredAt) ??
    checkWhen('declaredAt', declaredAt, state.registration.receivedAt, context);
  if (refusal) return refusal;
  const consents = [...new Set(data.consents)].toSorted();
  const withdrawal = { ...data, consents, declaredAt, recordedBy: context.actor.id };
  return disposing(state, { type: 'ComplaintWithdrawn', data: withdrawal }, declaredAt);
}
