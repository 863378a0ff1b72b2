import { certaintyOf, VERIFICATIONS, type TermRule, type Verification } from '#rulebook';
import type { Context } from '../case/context.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import type { Clock } from './clock.js';
import { periodOf } from './ledger.js';

/** The rule by which a clock runs, as its rulebook has it now; undefined where it has none such any more. */
export function ruleOf(state: RegisteredComplaint, clock: Clock, context: Context): TermRule | undefined {
  const caseClass = isDecided(state) ? state.decision.caseClass : 'all';
  if (clock.basis === 'promise') return undefined;
  return context
    .rulebook(clock.rulebook)
    .terms.find(
      ({ code, start, appliesTo }) =>
        code === clock.code && start === clock.start && (appliesTo === 'all' || appliesTo === caseClass),
    );
}

/**
 * How sure the date of a clock is with the pauses and the extension that it has now. A version of its rulebook that
 * came later makes nothing surer: the clock was started by the earlier one.
 */
export function certaintyOfClock(state: RegisteredComplaint, clock: Clock, context: Context): Verification {
  const rule = ruleOf(state, clock, context);
  if (rule === undefined) return clock.verification;
  const sure = certaintyOf(rule, periodOf(clock));
  if (context.rulebook(clock.rulebook).version === clock.rulebookVersion) return sure;
  return VERIFICATIONS.findLast((one) => one === sure || one === clock.verification) ?? sure;
}
