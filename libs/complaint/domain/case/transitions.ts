import { checkCourse } from '#kernel';
import { ACTS } from './acts.js';
import type { Transition } from './act.js';
import type { ComplaintCommandType } from './commands.js';
import { DISPOSED } from './phases.js';
import { PHASES, type Phase } from './state.js';

/**
 * What may be done in which phase: checked at start-up (every phase reachable), obeyed by the decider,
 * and served to clients as "what can be done now".
 */
export const TRANSITIONS: Readonly<Record<ComplaintCommandType, Transition>> = {
  RegisterComplaint: { from: ['unregistered'], to: ['registered'] },
  ...ACTS,
};

/** Nothing more leads on from here; with its outcome, the part of the procedure that is modelled ends. */
export const ENDS: readonly Phase[] = [
  'rejection-served',
  'transfer-concluded',
  'referral-concluded',
  ...DISPOSED,
];

/**
 * Throws when nothing leads to a phase, or nothing leads on from one that is no end: a fault of the program,
 * seen at start-up. That time runs out is no way on: a case must never have to wait for it.
 */
export function checkTransitions(table: Readonly<Record<string, Transition>> = TRANSITIONS): void {
  checkCourse({ start: 'unregistered', phases: PHASES, ends: ENDS, table, noWayOn: ['RingClock'] });
}
