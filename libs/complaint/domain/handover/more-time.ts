import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { isDecided, type Complaint, type RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import type { Clock } from '../clocks/clock.js';
import { startClocks } from '../clocks/ledger.js';

/** The terms within which a report is owed here, and within which we owe one. */
export const AWAITED: readonly Clock['code'][] = ['DL-REFER-RESULT', 'DL-CUSTODY'];
export const OWED: readonly Clock['code'][] = ['DL-REPORT-BACK'];

function running(state: RegisteredComplaint, codes: readonly Clock['code'][]): Clock[] {
  return state.clocks.filter(({ code, status }) => codes.includes(code) && status === 'running');
}

function ruleOf(clock: Clock, context: Context) {
  return context
    .rulebook(clock.rulebook)
    .terms.find(({ code, start }) => code === clock.code && start === clock.start);
}

/** A15: only a deposit case may take longer than its term, with the referrer's consent, asked for once and in time. */
export function moreTimeCanBeAsked(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  if (state.registration.origin?.reportTo === undefined) return no('nobody-awaits-a-report');
  if (!isDecided(state) || state.decision.caseClass !== 'deposit') return no('more-time-not-for-this-case');
  if (state.duty?.moreTime) return no('more-time-asked-already', { askedAt: state.duty.moreTime.askedAt });
  const [owed] = running(state, OWED);
  return owed === undefined || context.now >= owed.dueAt ? no('term-has-run-out') : null;
}

export function requestMoreTime(
  state: RegisteredComplaint,
  { days, reason }: CommandOf<'RequestMoreTime'>['data'],
  context: Context,
): Answer {
  const [owed] = running(state, OWED);
  const most = (owed && ruleOf(owed, context)?.extension?.max) ?? 0;
  if (!Number.isInteger(days) || days < 1 || days > most)
    return no('more-time-beyond-maximum', { days, most });
  return [{ type: 'MoreTimeRequested', data: { by: context.actor.id, at: context.now, days, reason } }];
}

/** The lower office has asked, and has not been answered. */
export function moreTimeIsAsked(state: RegisteredComplaint): ComplaintRefusal | null {
  const asked = state.handover?.moreTime;
  return asked && !asked.answer ? null : no('more-time-not-asked');
}

/** A15: the referrer consents, or not; what was asked in time may be granted after the term has run out. */
export function answerMoreTime(
  state: RegisteredComplaint,
  { granted, reason }: CommandOf<'AnswerMoreTime'>['data'],
  context: Context,
): Answer {
  const { actor, now } = context;
  const days = state.handover?.moreTime?.days ?? 0;
  const answer = { granted, days, by: actor.id, at: now, ...(reason ? { reason } : {}) };
  return unfold(
    state,
    [{ type: 'MoreTimeDecided', data: answer }],
    granted ? prolonging(AWAITED, days, context) : [],
  );
}

/** The terms for the report, longer by so many days from where they started; that of another rulebook by its own rule. */
export function prolonging(codes: readonly Clock['code'][], days: number, context: Context) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    return running(state, codes).flatMap((clock) => prolonged(state.clocks, clock, days, context));
  };
}

function prolonged(known: readonly Clock[], clock: Clock, days: number, context: Context): ComplaintEvent[] {
  const rule = ruleOf(clock, context);
  if (rule?.extension === undefined) return [];
  const longer = {
    ...rule,
    amount: clock.amount + days,
    verification: rule.marks?.extension ?? rule.verification,
  };
  const rulebook = { ...context.rulebook(clock.rulebook), terms: [longer] };
  const { clock: name, open, revision } = clock;
  return [
    { type: 'ClockCancelled', data: { clock: name, reason: 'term-extended', open, revision } },
    ...startClocks(known, context.calendar, [rulebook], {
      fact: rule.start,
      at: () => clock.startAt,
      caseClass: 'all',
      office: clock.office,
      officeHours: context.office.hours,
    }),
  ];
}
