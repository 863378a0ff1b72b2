import { procedureOf, type GoverningProcedure, type Rulebook } from '#rulebook';
import type { PinnedRulebooks } from '../intake/facts.js';
import type { Context } from './context.js';
import type { RegisteredComplaint } from './state.js';

/** Under which rulebooks the case runs now. */
export function pinnedOf(state: RegisteredComplaint): PinnedRulebooks {
  return state.moves?.at(-1)?.to ?? state.registration.rulebooks;
}

/** The rulebooks whose terms run in a case, each with clocks of its own: the office's, the law, the local rule. */
export function rulebooksOf(
  { internal, statutory, overlay }: PinnedRulebooks,
  context: Context,
): readonly Rulebook[] {
  const ids = overlay === undefined ? [internal, statutory] : [internal, statutory, overlay];
  return ids.map((id) => context.rulebook(id));
}

/** What governs the case beyond terms: how failed mediation ends, what the deposit pays, and so on (procedure.md 0). */
export function procedureOfCase(state: RegisteredComplaint, context: Context): GoverningProcedure {
  return procedureUnder(pinnedOf(state), context);
}

/** What governs a case under these rulebooks. */
export function procedureUnder(
  { internal, statutory, procedure }: PinnedRulebooks,
  context: Context,
): GoverningProcedure {
  return procedureOf(context.rulebook(statutory), context.rulebook(internal), procedure ?? 'statutory');
}
