import { ACTS } from './acts.js';
import type { Act, From, Next, Transition } from './act.js';
import type { ComplaintCommandType } from './commands.js';
import { PHASES, type Phase } from './state.js';

/**
 * What may be done in which phase: checked at start-up (every phase reachable), obeyed by the decider,
 * and served to clients as "what can be done now".
 */
export const TRANSITIONS: Readonly<Record<ComplaintCommandType, Transition & Pick<Act<never>, 'by'>>> = {
  RegisterComplaint: { from: ['unregistered'], to: ['registered'] },
  ...ACTS,
};

/** Nothing more leads on from here; under investigation, the part of the procedure that is modelled ends. */
export const ENDS: readonly Phase[] = [
  'rejection-served',
  'transfer-concluded',
  'referral-concluded',
  'under-investigation',
  'handed-over',
];

/** Phases that can follow when that is done in that phase. */
export function nextPhases({ from, to }: Transition, phase: From): From[] {
  if (!from.includes(phase)) return [];
  const next: Next = isList(to) ? to : (to[phase] ?? ['same']);
  return next.map((one) => (one === 'same' ? phase : one));
}

function isList(to: Transition['to']): to is Next {
  return Array.isArray(to);
}

/**
 * Throws when nothing leads to a phase, or nothing leads on from one that is no end: a fault of the program,
 * seen at start-up. That time runs out is no way on: a case must never have to wait for it.
 */
export function checkTransitions(table: Readonly<Record<string, Transition>> = TRANSITIONS): void {
  const reached = reachedBy(table);
  const unreachable = PHASES.filter((phase) => !reached.has(phase));
  if (unreachable.length > 0) throw new Error(`phases that nothing leads to: ${unreachable.join(', ')}`);
  const wrong = PHASES.filter((phase) => ENDS.includes(phase) === leadsOn(table, phase));
  if (wrong.length > 0) throw new Error(`phases with no way on, or ends that go on: ${wrong.join(', ')}`);
}

function reachedBy(table: Readonly<Record<string, Transition>>): ReadonlySet<From> {
  const reached = new Set<From>(['unregistered']);
  for (const phase of reached) {
    for (const transition of Object.values(table)) {
      for (const next of nextPhases(transition, phase)) reached.add(next);
    }
  }
  return reached;
}

/** What takes up again what had ended, gives the case away, or is for others to do: a case need not wait for it. */
const NO_WAY_ON: readonly string[] = [
  'ReturnReferralReport',
  'SeekDesignation',
  'ReturnToSender',
  ...Object.entries(ACTS).flatMap(([command, { by }]) => (by === undefined ? [] : [command])),
];
/** Where the next step is a superior's. */
const WAITS_FOR_A_SUPERIOR: Partial<Record<Phase, ComplaintCommandType>> = {
  'awaiting-designation': 'DesignateJurisdiction',
};

function leadsOn(table: Readonly<Record<string, Transition>>, phase: Phase): boolean {
  return Object.entries(table).some(
    ([command, transition]) =>
      (!NO_WAY_ON.includes(command) || WAITS_FOR_A_SUPERIOR[phase] === command) &&
      nextPhases(transition, phase).some((next) => next !== phase),
  );
}
