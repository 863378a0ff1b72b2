import { checkCourse } from '#kernel';
import { ACTS } from './acts.js';
import type { Transition } from './act.js';
import type { ComplaintCommandType } from './commands.js';
import { PHASES, type Phase } from './state.js';

/**
 * What may be done in which phase: checked at start-up (every phase reachable), obeyed by the decider,
 * and served to clients as "what can be done now".
 */
export const TRANSITIONS: Readonly<Record<ComplaintCommandType, Transition>> = {
  RegisterComplaint: { from: ['unregistered'], to: ['registered'] },
  ...ACTS,
};

/** Where a case comes to rest. Only its reopening leads on from here (H16). */
export const ENDS: readonly Phase[] = ['archived'];

/**
 * That time runs out is no way on: a case must never have to wait for it. Nor is what lies with others or only some
 * rulebooks know, nor what takes up again what had ended or gives the case away.
 */
const NO_WAY_ON: readonly string[] = [
  'WithdrawComplaint',
  'RevokeFiling',
  'RecordImmediateAction',
  'ReopenCase',
  'ReturnReferralReport',
  'SeekDesignation',
  'ReturnToSender',
  ...Object.entries(ACTS).flatMap(([command, { by }]) => (by === undefined ? [] : [command])),
];
/** Where the next step is a superior's. */
const WAITS_FOR = { 'awaiting-designation': 'DesignateJurisdiction' } as const;

/**
 * Throws when nothing leads to a phase, when no way leads from one to an end, or when an end goes on: a fault of the
 * program, seen at start-up.
 */
export function checkTransitions(table: Readonly<Record<string, Transition>> = TRANSITIONS): void {
  checkCourse({
    start: 'unregistered',
    phases: PHASES,
    ends: ENDS,
    table,
    noWayOn: NO_WAY_ON,
    waitsFor: WAITS_FOR,
  });
}
