import type { Transition } from '#kernel';
import type { DirectComplaintCommands, DirectComplaintCommandType } from './commands.js';
import type { Context } from './context.js';
import type { DirectComplaintEvent } from './events.js';
import type { DirectComplaintRefusal } from './refusals.js';
import type { Phase, ReceivedComplaint } from './state.js';

export type From = Phase | 'unreceived';

export type Answer = readonly DirectComplaintEvent[] | DirectComplaintRefusal;

/** The rule of one command: when, by whom, and what follows. */
export interface Act<Data> extends Transition<From> {
  /** What must hold before its contents are looked at; the same guard answers "what can be done now". */
  readonly guard?: (state: ReceivedComplaint, context: Context) => DirectComplaintRefusal | null;
  /** The events that it causes, none when nothing changes, or why it is refused. */
  decide(state: ReceivedComplaint, data: Data, context: Context): Answer;
}

/** Everything that can be asked of a complaint that has been received. */
export type ActType = Exclude<DirectComplaintCommandType, 'ReceiveComplaint'>;
export type Acts = { readonly [Type in ActType]: Act<DirectComplaintCommands[Type]> };
