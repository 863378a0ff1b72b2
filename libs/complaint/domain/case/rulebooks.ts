import { procedureOf, type GoverningProcedure } from '#rulebook';
import type { Context } from './context.js';
import type { RegisteredComplaint } from './state.js';

/** What governs the case beyond terms: how failed mediation ends, what the deposit pays, and so on (procedure.md 0). */
export function procedureOfCase(state: RegisteredComplaint, context: Context): GoverningProcedure {
  const { internal, statutory, procedure } = state.registration.rulebooks;
  return procedureOf(context.rulebook(statutory), context.rulebook(internal), procedure ?? 'statutory');
}
