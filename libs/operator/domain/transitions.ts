import { checkCourse, type Transition } from '#kernel';
import type { From } from './act.js';
import { ACTS } from './acts.js';
import type { DirectComplaintCommandType } from './commands.js';
import { PHASES, type Phase } from './state.js';

/** What may be done in which phase. */
export const TRANSITIONS: Readonly<Record<DirectComplaintCommandType, Transition<From>>> = {
  ReceiveComplaint: { from: ['unreceived'], to: ['received'] },
  ...ACTS,
};

/** Nothing more leads on from here. */
export const ENDS: readonly Phase[] = ['destroyed'];

/** Throws when nothing leads to a phase, or nothing leads on from one that is no end. */
export function checkTransitions(table: Readonly<Record<string, Transition<From>>> = TRANSITIONS): void {
  checkCourse({ start: 'unreceived', phases: PHASES, ends: ENDS, table });
}
