import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { checkWhen } from '../case/happenings.js';
import { PARTIES, type Party } from '../case/parties.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { mediationOf } from './opening.js';

/** D12: the parties are called to a session; the notice says when, where and before whom. */
export function callSession(
  state: RegisteredComplaint,
  data: CommandOf<'CallSession'>['data'],
  context: Context,
): Answer {
  if (mediationOf(state)?.calls.some(({ sessionId }) => sessionId === data.sessionId)) return [];
  return [{ type: 'MediationSessionCalled', data: { ...data, by: context.actor.id, calledAt: context.now } }];
}

/** G28: a session with its record: where, who was there, what was proposed, what each side said. */
export function holdSession(
  state: RegisteredComplaint,
  data: CommandOf<'HoldSession'>['data'],
  context: Context,
): Answer {
  const mediation = mediationOf(state);
  if (mediation?.sessions.some(({ sessionId }) => sessionId === data.sessionId)) return [];
  const present = PARTIES.filter((party) => data.present.includes(party));
  const heldAt = data.heldAt ?? context.now;
  const refusal =
    checkWhen('heldAt', heldAt, mediation?.openedAt ?? heldAt, context) ??
    (present.length === 0 ? no('nobody-present') : null) ??
    checkCalled(state, present, heldAt);
  if (refusal) return refusal;
  return [{ type: 'MediationSessionHeld', data: { ...data, present, heldAt, recordedBy: context.actor.id } }];
}

/** D12: nobody is mediated about in his absence without having been served a call before. */
function checkCalled(
  state: RegisteredComplaint,
  present: readonly Party[],
  heldAt: string,
): ComplaintRefusal | null {
  const called = (party: Party) =>
    state.documents.some(
      ({ kind, addressee, service }) =>
        kind === 'D12' && addressee === party && service !== undefined && service.servedAt <= heldAt,
    );
  const uncalled = PARTIES.filter((party) => !present.includes(party) && !called(party));
  return uncalled.length > 0 ? no('party-not-called', { uncalled }) : null;
}
