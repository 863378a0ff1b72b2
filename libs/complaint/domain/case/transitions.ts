import { ACTS } from './acts.js';
import type { From, Next, Transition } from './act.js';
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

/** Phases that can follow when that is done in that phase. */
export function nextPhases({ from, to }: Transition, phase: From): From[] {
  if (!from.includes(phase)) return [];
  const next: Next = isList(to) ? to : (to[phase] ?? ['same']);
  return next.map((one) => (one === 'same' ? phase : one));
}

function isList(to: Transition['to']): to is Next {
  return Array.isArray(to);
}

type Table = Readonly<Record<string, Transition>>;

/** That time runs out is no way on: a case must never have to wait for it. Nor is that somebody may reopen it. */
const NO_WAY_ON = ['RingClock', 'ReopenCase'];

/**
 * Throws when nothing leads to a phase, when no way leads from one to an end, or when an end goes on: a fault of the
 * program, seen at start-up.
 */
export function checkTransitions(table: Table = TRANSITIONS): void {
  const ways = Object.fromEntries(Object.entries(table).filter(([command]) => !NO_WAY_ON.includes(command)));
  complain(
    'phases that nothing leads to',
    PHASES.filter((phase) => !reachedFrom('unregistered', table).has(phase)),
  );
  complain(
    'phases with no way to an end',
    PHASES.filter((phase) => !ENDS.some((end) => reachedFrom(phase, ways).has(end))),
  );
  complain(
    'ends that go on',
    ENDS.filter((end) => reachedFrom(end, ways).size > 1),
  );
}

function complain(what: string, phases: readonly Phase[]): void {
  if (phases.length > 0) throw new Error(`${what}: ${phases.join(', ')}`);
}

/** Every phase that can come after this one, and itself. */
function reachedFrom(start: From, table: Table): ReadonlySet<From> {
  const reached = new Set<From>([start]);
  for (const phase of reached) {
    for (const transition of Object.values(table)) {
      for (const next of nextPhases(transition, phase)) reached.add(next);
    }
  }
  return reached;
}
