import type { Refusal } from './refusal.js';

/** An event or command of the domain: a stable name and its facts. */
export interface Message<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/**
 * One kind of stream: how it starts, what a command may do in a state, and what an event does to it.
 * Both functions are pure: time, calendar and identity arrive in the context.
 */
export interface Decider<Command, Event, State, Context, Code extends string = string> {
  readonly initial: State;
  /** The events that the command causes (none when nothing changes), or why it is refused. */
  decide(command: Command, state: State, context: Context): readonly Event[] | Refusal<Code>;
  evolve(state: State, event: Event): State;
}

/** Folds a history into the state it leads to. */
export function fold<Event, State>(
  decider: { readonly initial: State; evolve(state: State, event: Event): State },
  events: Iterable<Event>,
  from: State = decider.initial,
): State {
  let state = from;
  for (const event of events) state = decider.evolve(state, event);
  return state;
}
