import { fold, impossible, isRefusal, type Decider } from '#kernel';
import { approveDestruction, archiveCase, secondPerson } from './archive.js';
import type { CommandOf, DirectComplaintCommand, DirectComplaintCommandType } from './commands.js';
import type { Context } from './context.js';
import { correctRecord } from './correction.js';
import { discloseContact } from './disclosure.js';
import type { DirectComplaintEvent } from './events.js';
import { evolve } from './evolve.js';
import {
  assignCase,
  isNotConcerned,
  isResponsible,
  letterIsAnswered,
  mediateInternally,
  notifyAcceptance,
  recordInvestigation,
} from './handling.js';
import { retentionIsOver, unlawful } from './lawful.js';
import { no, type DirectComplaintRefusal, type DirectComplaintRefusalCode } from './refusals.js';
import { isReceived, type DirectComplaint, type ReceivedComplaint } from './state.js';
import { TRANSITIONS } from './transitions.js';

type Guard = (state: ReceivedComplaint, context: Context) => DirectComplaintRefusal | null;
type Answer = readonly DirectComplaintEvent[] | DirectComplaintRefusal;

/** What must hold before a command's contents are looked at; the same guards answer "what can be done now". */
const GUARDS: Readonly<Partial<Record<DirectComplaintCommandType, Guard>>> = {
  AssignCase: letterIsAnswered,
  RecordInvestigation: isResponsible,
  MediateInternally: isResponsible,
  RecordOutcome: isResponsible,
  ProposeDestruction: (state, { now }) => retentionIsOver(state, now),
  ApproveDestruction: secondPerson,
};

/** Whether the command may be given at all in this phase and by this person. */
export function guard(
  type: DirectComplaintCommandType,
  state: ReceivedComplaint,
  context: Context,
): DirectComplaintRefusal | null {
  const { from } = TRANSITIONS[type];
  if (!from.includes(state.phase)) {
    return no('action-not-in-this-phase', { action: type, phase: state.phase, possibleIn: [...from] });
  }
  return isNotConcerned(state, context) ?? GUARDS[type]?.(state, context) ?? null;
}

function decide(command: DirectComplaintCommand, state: DirectComplaint, context: Context): Answer {
  const answer = asked(command, state, context);
  if (isRefusal(answer) || answer.length === 0) return answer;
  const after = fold({ initial: state, evolve }, answer, state);
  return (isReceived(after) ? unlawful(after, context.now) : null) ?? answer;
}

function asked(command: DirectComplaintCommand, state: DirectComplaint, context: Context): Answer {
  if (command.type === 'ReceiveComplaint') {
    return isReceived(state)
      ? no('direct-complaint-already-received', { number: state.registration.number })
      : receive(command.data, context);
  }
  if (!isReceived(state)) return no('direct-complaint-not-found');
  return guard(command.type, state, context) ?? carryOut(command, state, context);
}

/** B01: one register for what comes in by phone, with a visit or by letter. */
function receive(data: CommandOf<'ReceiveComplaint'>['data'], { now, actor }: Context): Answer {
  return [
    {
      type: 'OperatorComplaintReceived',
      data: { ...data, registeredAt: now, registeredBy: actor.id },
    },
  ];
}

function carryOut(
  command: Exclude<DirectComplaintCommand, { readonly type: 'ReceiveComplaint' }>,
  state: ReceivedComplaint,
  context: Context,
): Answer {
  const { now, actor } = context;
  switch (command.type) {
    case 'NotifyAcceptance':
      return notifyAcceptance(state, command.data, context);
    case 'ReceiveSupplement': {
      const { items, note, receivedAt = now } = command.data;
      return [{ type: 'OperatorSupplementReceived', data: { items, note, receivedAt } }];
    }
    case 'AssignCase':
      return assignCase(state, command.data, context);
    case 'RecordInvestigation':
      return recordInvestigation(state, command.data, context);
    case 'MediateInternally':
      return mediateInternally(state, command.data, context);
    case 'RecordOutcome': {
      const { decidedAt = now, ...outcome } = command.data;
      return [{ type: 'OperatorOutcomeRecorded', data: { ...outcome, decidedAt, by: actor.id } }];
    }
    case 'ArchiveCase':
      return archiveCase(command.data, context);
    case 'ProposeDestruction':
      return [
        {
          type: 'OperatorDestructionProposed',
          data: { by: actor.id, at: now, reason: command.data.reason },
        },
      ];
    case 'RefuseDestruction':
      return [
        { type: 'OperatorDestructionRefused', data: { by: actor.id, at: now, reason: command.data.reason } },
      ];
    case 'ApproveDestruction':
      return approveDestruction(state, context);
    case 'CorrectRecord':
      return correctRecord(state, command.data, context);
    case 'DiscloseContact':
      return discloseContact(state, command.data, context);
    default:
      return impossible(command);
  }
}

/** The rules of a complaint that is brought to the operator itself (直接投诉), from its receipt to the end of its file. */
export const directComplaintDecider: Decider<
  DirectComplaintCommand,
  DirectComplaintEvent,
  DirectComplaint,
  Context,
  DirectComplaintRefusalCode
> = { initial: { phase: 'unreceived' }, decide, evolve };
