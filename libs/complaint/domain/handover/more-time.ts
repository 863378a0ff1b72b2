import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import type { Clock } from '../clocks/clock.js';
import { extendable, extending } from '../clocks/extending.js';
import { ruleOf } from '../clocks/rule.js';

/** The terms within which a report is owed here, and within which we owe one. */
export const AWAITED: readonly Clock['code'][] = ['DL-REFER-RESULT', 'DL-CUSTODY'];
export const OWED: readonly Clock['code'][] = ['DL-REPORT-BACK'];

/** A15: only a deposit case may take longer than its term, with the referrer's consent, asked for once and in time. */
export function moreTimeCanBeAsked(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  if (state.registration.origin?.reportTo === undefined) return no('nobody-awaits-a-report');
  if (!isDecided(state) || state.decision.caseClass !== 'deposit') return no('more-time-not-for-this-case');
  if (state.duty?.moreTime) return no('more-time-asked-already', { askedAt: state.duty.moreTime.askedAt });
  return extendable(state, OWED, context.now).length === 0 ? no('term-has-run-out') : null;
}

export function requestMoreTime(
  state: RegisteredComplaint,
  { days, reason }: CommandOf<'RequestMoreTime'>['data'],
  context: Context,
): Answer {
  const [owed] = extendable(state, OWED, context.now);
  const most = (owed && ruleOf(state, owed, context)?.extension?.max) ?? 0;
  if (!Number.isInteger(days) || days < 1 || days > most)
    return no('more-time-beyond-maximum', { days, most });
  return [{ type: 'MoreTimeRequested', data: { by: context.actor.id, at: context.now, days, reason } }];
}

/** The lower office has asked, and has not been answered. */
export function moreTimeIsAsked(state: RegisteredComplaint): ComplaintRefusal | null {
  const asked = state.handover?.moreTime;
  return asked && !asked.answer ? null : no('more-time-not-asked');
}

/**
 * A15: the referrer consents, or not. Consent is given before the term has run out, as with every extension: what was
 * asked for and not answered by then is not granted.
 */
export function answerMoreTime(
  state: RegisteredComplaint,
  { granted, reason }: CommandOf<'AnswerMoreTime'>['data'],
  context: Context,
): Answer {
  const { actor, now } = context;
  const days = state.handover?.moreTime?.days ?? 0;
  if (granted && extendable(state, AWAITED, now).length === 0) return no('term-has-run-out');
  const answer = { granted, days, by: actor.id, at: now, ...(reason ? { reason } : {}) };
  return unfold(
    state,
    [{ type: 'MoreTimeDecided', data: answer }],
    granted ? extending(AWAITED, days, now, context) : [],
  );
}
