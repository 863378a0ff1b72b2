import { fold, isRefusal, type Decider } from '#kernel';
import type { Act, ActType, Answer } from './act.js';
import { ACTS } from './acts.js';
import type { DirectComplaintCommand, DirectComplaintCommands } from './commands.js';
import { isNotConcerned } from './concerned.js';
import type { Context } from './context.js';
import type { DirectComplaintEvent } from './events.js';
import { evolve } from './evolve.js';

import { unlawful } from './lawful.js';
import { no, type DirectComplaintRefusal, type DirectComplaintRefusalCode } from './refusals.js';
import { isReceived, type DirectComplaint, type ReceivedComplaint } from './state.js';

/** Whether the command may be given at all in this phase and by this person. */
export function guard(
  type: ActType,
  state: ReceivedComplaint,
  context: Context,
): DirectComplaintRefusal | null {
  const { from, guard: stands } = ACTS[type];
  if (!from.includes(state.phase)) {
    return no('action-not-in-this-phase', { action: type, phase: state.phase, possibleIn: [...from] });
  }
  return isNotConcerned(state.registration.concerned, context) ?? stands?.(state, context) ?? null;
}

/** What a command causes, unless the record as it would then read is against the rules. */
function decide(command: DirectComplaintCommand, state: DirectComplaint, context: Context): Answer {
  const answer = asked(command, state, context);
  if (isRefusal(answer) || answer.length === 0) return answer;
  const after = fold({ initial: state, evolve }, answer);
  return (isReceived(after) ? unlawful(after, context.now) : null) ?? answer;
}

function asked(command: DirectComplaintCommand, state: DirectComplaint, context: Context): Answer {
  if (!isReceived(state)) {
    return command.type === 'ReceiveComplaint'
      ? receive(command.data, context)
      : no('direct-complaint-not-found');
  }
  if (command.type === 'ReceiveComplaint') {
    return no('direct-complaint-already-received', { number: state.registration.number });
  }
  const act = ACTS[command.type] as Act<typeof command.data>;
  return guard(command.type, state, context) ?? act.decide(state, command.data, context);
}

/** B01: one register for what comes in by phone, with a visit or by letter. */
function receive(data: DirectComplaintCommands['ReceiveComplaint'], context: Context): Answer {
  const { now, actor } = context;
  const registered = { ...data, registeredAt: now, registeredBy: actor.id };
  return isNotConcerned(data.concerned, context) ?? [{ type: 'OperatorComplaintReceived', data: registered }];
}

/** The rules of a complaint that is brought to the operator itself (直接投诉), from its receipt to the end of its file. */
export const directComplaintDecider: Decider<
  DirectComplaintCommand,
  DirectComplaintEvent,
  DirectComplaint,
  Context,
  DirectComplaintRefusalCode
> = { initial: { phase: 'unreceived' }, decide, evolve };
