import { isRefusal, type Decider } from '#kernel';
import { isNotDestroyed } from '../archive/destruction.js';
import { withResultCall } from '../callbacks/telling-the-result.js';
import { register } from '../intake/register.js';
import type { Act, Answer } from './act.js';
import { ACTS } from './acts.js';
import type { CaseCommandType, ComplaintCommand } from './commands.js';
import type { Context } from './context.js';
import type { ComplaintEvent } from './events.js';
import { evolve } from './evolve.js';
import { standsAside } from '../people/recusal.js';
import { no, type ComplaintRefusal, type ComplaintRefusalCode } from './refusals.js';
import type { Complaint, RegisteredComplaint } from './state.js';

/** What may still come when a volume's texts are gone. */
const OF_A_DESTRUCTION: readonly CaseCommandType[] = ['ApproveDestruction', 'RecordDestruction', 'RingClock'];

/**
 * Whose act it is: an office's own people, and the operator complained of by its own acts, act on a case; a superior
 * only supervises; only the installation notes.
 */
function standing(
  by: Act<never>['by'],
  state: RegisteredComplaint,
  context: Context,
): ComplaintRefusal | null {
  const { office } = state.registration;
  const { actor, offices } = context;
  if (by === 'system') return actor.roles.includes('system') ? null : no('only-the-installation-notes-this');
  if (by === 'superior')
    return offices.isAbove(actor.office ?? '', office) ? null : no('not-a-superior-office', { office });
  return actor.operator !== undefined || actor.office === office
    ? null
    : no('record-of-another-office', { office });
}

/** Whether the command may be given at all in this phase and by this person. */
export function guard(
  type: CaseCommandType,
  state: RegisteredComplaint,
  context: Context,
): ComplaintRefusal | null {
  const destroyed = OF_A_DESTRUCTION.includes(type) ? null : isNotDestroyed(state);
  if (destroyed) return destroyed;
  const { from, by, guard: stands } = ACTS[type];
  if (!from.includes(state.phase)) {
    return no('action-not-in-this-phase', { action: type, phase: state.phase, possibleIn: [...from] });
  }
  return standing(by, state, context) ?? standsAside(state, context) ?? stands?.(state, context) ?? null;
}

function decide(command: ComplaintCommand, state: Complaint, context: Context): Answer {
  if (state.phase === 'unregistered') {
    if (command.type === 'RegisterComplaint') return register(state, command.data, context);
    return no('complaint-not-found');
  }
  if (command.type === 'RegisterComplaint') {
    return no('complaint-already-registered', { number: state.registration.number });
  }
  const act = ACTS[command.type] as Act<typeof command.data>;
  const answer = guard(command.type, state, context) ?? act.decide(state, command.data, context);
  return isRefusal(answer) ? answer : withResultCall(state, answer, context);
}

/** The rules of a complaint (投诉). */
export const complaintDecider: Decider<
  ComplaintCommand,
  ComplaintEvent,
  Complaint,
  Context,
  ComplaintRefusalCode
> = { initial: { phase: 'unregistered' }, decide, evolve };
