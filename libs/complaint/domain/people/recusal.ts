import type { Answer, Guard } from '../case/act.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import type { PeopleCommands } from './commands.js';
import type { Recusal } from './facts.js';

/** Who was told to stand aside from this case (回避, G62). */
export function recusedOf(state: RegisteredComplaint): readonly string[] {
  return (state.recusals ?? []).filter(({ decision }) => decision?.granted).map(({ person }) => person);
}

/** Those who stand aside, after one more event of the case: the fold that read models share. */
export function recusedWith(recused: readonly string[], event: ComplaintEvent): readonly string[] {
  return event.type === 'RecusalDecided' && event.data.granted ? [...recused, event.data.person] : recused;
}

/** G62: who was told to stand aside does nothing more in the case. */
export const standsAside: Guard = (state, { actor }) =>
  recusedOf(state).includes(actor.id) ? no('recused-from-case') : null;

/**
 * G62: somebody asks that a person of the office stand aside. About oneself only the wish to stand aside is
 * recorded by oneself (H17).
 */
export function requestRecusal(
  state: RegisteredComplaint,
  data: PeopleCommands['RequestRecusal'],
  context: Context,
): Answer {
  const known = state.recusals ?? [];
  if (known.some(({ recusalId }) => recusalId === data.recusalId)) return [];
  const self = data.person === context.actor.id;
  if (self !== (data.applicant === 'the-person')) return no('record-about-oneself', { person: data.person });
  const open = known.find(({ person, decision }) => person === data.person && decision?.granted !== false);
  if (open) return no('recusal-already-requested', { person: data.person, requestedAt: open.requestedAt });
  const requestedAt = data.requestedAt ?? context.now;
  return (
    checkWhen('requestedAt', requestedAt, state.registration.receivedAt, context) ?? [
      {
        type: 'RecusalRequested',
        data: { ...data, requestedAt, recordedBy: context.actor.id },
      },
    ]
  );
}

/** G62: decided by somebody else than the person concerned and than who asked; the file then leaves that person. */
export function decideRecusal(
  state: RegisteredComplaint,
  data: PeopleCommands['DecideRecusal'],
  context: Context,
): Answer {
  const recusal = (state.recusals ?? []).find(({ recusalId }) => recusalId === data.recusalId);
  if (!recusal) return no('recusal-not-found');
  const refusal = recusalCanBeDecided(recusal, context);
  if (refusal) {
    const same =
      recusal.decision?.decidedBy === context.actor.id && recusal.decision.granted === data.granted;
    return same ? [] : refusal;
  }
  const decided: ComplaintEvent = {
    type: 'RecusalDecided',
    data: { ...data, person: recusal.person, decidedBy: context.actor.id, decidedAt: context.now },
  };
  return data.granted ? [decided, ...handedOn(state, recusal.person, context)] : [decided];
}

/** Who may decide on a request: neither whom it concerns nor who recorded it. */
export function recusalCanBeDecided(
  { person, recordedBy, decision }: Recusal,
  { actor }: Context,
): ComplaintRefusal | null {
  if (decision) return no('recusal-already-decided', { granted: decision.granted });
  if (person === actor.id) return no('recusal-decided-by-the-person', { person });
  return recordedBy === actor.id ? no('recusal-decided-by-who-asked', { recordedBy }) : null;
}

/** Whoever stands aside is no handler any more; the others go on, or new ones are named. */
function handedOn(state: RegisteredComplaint, person: string, context: Context): ComplaintEvent[] {
  if (!isDecided(state) || !state.handlers.includes(person)) return [];
  const handlers = state.handlers.filter((one) => one !== person);
  return [{ type: 'HandlersAssigned', data: { handlers, by: context.actor.id, at: context.now } }];
}
