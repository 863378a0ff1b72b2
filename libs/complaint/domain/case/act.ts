import type { Transition as PhaseTransition } from '#kernel';
import type { ComplaintEvent } from './events.js';
import type { ComplaintRefusal } from './refusals.js';
import type { Context } from './context.js';
import type { Phase, RegisteredComplaint } from './state.js';

export type From = Phase | 'unregistered';

/** In which phases something may be done, and where it can lead. */
export type Transition = PhaseTransition<From>;

export type Answer = readonly ComplaintEvent[] | ComplaintRefusal;

/** What stands against an act whatever it says; `null`: nothing does. */
export type Guard = (state: RegisteredComplaint, context: Context) => ComplaintRefusal | null;

/** One thing of a case that an act can be about. */
export interface Thing {
  /** The fields of the act's address, or of its body, that say which. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly refusal?: ComplaintRefusal | null;
}

/** The rule of one command: when, by whom, and what follows. */
export interface Act<Data> extends Transition {
  /**
   * Whose act it is, where not the office's that has the case: that of an office above it, which may do nothing else
   * to it, or the installation's own.
   */
  readonly by?: 'superior' | 'system';
  /** What must hold before its contents are looked at; the same guard answers "what can be done now". */
  readonly guard?: Guard;
  /** Where a case has several things that it can be about: each of them, and what stands against it alone. */
  readonly each?: (state: RegisteredComplaint, context: Context) => readonly Thing[];
  /** The events that it causes, none when nothing changes, or why it is refused. */
  decide(state: RegisteredComplaint, data: Data, context: Context): Answer;
}

/** A rule for each command of a topic. */
export type Acts<Commands> = { readonly [Type in keyof Commands]: Act<Commands[Type]> };

/** All of these, in this order; the first that stands against the act is the answer. */
export function all(...guards: readonly Guard[]): Guard {
  return (state, context) => {
    for (const guard of guards) {
      const refusal = guard(state, context);
      if (refusal) return refusal;
    }
    return null;
  };
}
