import { dayInChina, type Day, type Instant, type Sealed } from '#kernel';
import type { Answer, Guard } from '../case/act.js';
import type { Context } from '../case/context.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import type { Clock } from '../clocks/clock.js';
import { isSamePauses } from '../clocks/course.js';
import { isSuperseded } from '../clocks/ledger.js';
import { pausesOn, settlePauses } from '../clocks/pauses.js';
import type { Agreements, CasePause, RecordedReason } from './facts.js';
import { waitsOf } from './waits.js';

/** The pause that lasts, for that reason; one that has ended by itself is over. */
function lasting(
  state: RegisteredComplaint,
  reason: RecordedReason,
  { now }: Context,
): CasePause | undefined {
  const today = dayInChina(now);
  return (state.pauses ?? []).findLast(
    (one) => one.reason === reason && one.endedAt === undefined && (one.endsOn ?? NEVER) > today,
  );
}

const NEVER = '9999-12-31';

/** One pause for a reason at a time. */
export const isNotPaused =
  (reason: RecordedReason): Guard =>
  (state, context) => {
    const open = lasting(state, reason, context);
    return open ? no('case-already-paused', { reason, since: open.startedAt }) : null;
  };

/** Only a pause that lasts can be ended. */
export const isPaused =
  (reason: RecordedReason): Guard =>
  (state, context) =>
    lasting(state, reason, context) ? null : no('case-not-paused', { reason });

interface Asked {
  readonly pauseId: string;
  readonly reason: RecordedReason;
  readonly agreements: Partial<Agreements>;
  readonly startedAt?: Instant;
  readonly endsOn?: Day;
  readonly body?: string;
  readonly matter?: Sealed;
}

/**
 * G55, A09: the case waits, for a test that both parties agreed to or because both asked for it in writing. It
 * stops the clocks whose rule knows the reason, from the day on which it began; no other.
 */
export function pause(state: RegisteredComplaint, asked: Asked, context: Context): Answer {
  if ((state.pauses ?? []).some(({ pauseId }) => pauseId === asked.pauseId)) return [];
  if (!isDecided(state)) return no('action-not-in-this-phase', { phase: state.phase });
  const { complainant, respondent } = asked.agreements;
  const startedAt = asked.startedAt ?? context.now;
  const missing = [...(complainant ? [] : ['complainant']), ...(respondent ? [] : ['respondent'])];
  const refusal =
    checkWhen('startedAt', startedAt, state.decision.decidedAt, context) ??
    (complainant && respondent ? null : no('pause-needs-both-parties', { reason: asked.reason, missing })) ??
    checkEnd(state, startedAt, asked.endsOn);
  if (refusal || !complainant || !respondent) return refusal ?? no('pause-needs-both-parties', { missing });
  const agreements = { complainant, respondent };
  const data = { ...asked, agreements, startedAt, recordedBy: context.actor.id };
  return (
    stopsSomeClock(state, data, context) ??
    unfold(state, [{ type: 'CasePaused', data }], (reached) => settlePauses(reached, context))
  );
}

/** Clocks of the case whose rule knows the reason, whatever has become of them. */
function clocksKnowing({ clocks }: RegisteredComplaint, reason: RecordedReason): readonly Clock[] {
  return clocks.filter((clock) => clock.pauses.includes(reason) && !isSuperseded(clock));
}

/** Some clock of the case, one that runs or one that ran, can stand still for that reason at all. */
export const someClockKnows =
  (reason: RecordedReason): Guard =>
  (state) =>
    clocksKnowing(state, reason).length > 0 ? null : no('pause-stops-no-clock', { reason, clocks: [] });

/**
 * A pause is there to stop a clock: what stops none is no pause. It goes by when the pause began, so one that is recorded
 * late for a time in which a clock ran is taken, whatever has become of that clock since.
 */
function stopsSomeClock(
  state: RegisteredComplaint,
  { reason, startedAt, endsOn }: Pick<CasePause, 'reason' | 'startedAt' | 'endsOn'>,
  { calendar, now }: Context,
): ComplaintRefusal | null {
  const known = clocksKnowing(state, reason);
  const from = dayInChina(startedAt);
  const before = waitsOf(state);
  const after = [...before, { reason, from, ...(endsOn === undefined ? {} : { endsOn }) }];
  const stops = known.some(
    (clock) => !isSamePauses(pausesOn(clock, before, calendar, now), pausesOn(clock, after, calendar, now)),
  );
  const clocks = known.map(({ clock }) => clock);
  return stops ? null : no('pause-stops-no-clock', { reason, since: from, clocks });
}

/** A09: for no longer than what is left of the law's own time, which goes on running. */
export function checkEnd(
  state: RegisteredComplaint,
  startedAt: Instant,
  endsOn: Day | undefined,
): ComplaintRefusal | null {
  if (endsOn === undefined) return null;
  const from = dayInChina(startedAt);
  if (endsOn <= from) return no('pause-ends-before-it-begins', { from, until: endsOn });
  const limits = state.clocks
    .filter(({ basis, stop }) => basis !== 'internal' && stop.includes('case-disposed'))
    .filter(({ status }) => status === 'running' || status === 'paused')
    .map(({ dueOn }) => dueOn);
  const statutory = limits.toSorted()[0];
  return statutory !== undefined && endsOn > statutory
    ? no('pause-beyond-statutory-time', { until: endsOn, statutoryDueOn: statutory })
    : null;
}

/** What the case waited for has come, or is waited for no longer. */
export function resume(
  state: RegisteredComplaint,
  reason: RecordedReason,
  data: { readonly endedAt?: Instant; readonly report: Sealed },
  context: Context,
): Answer {
  const open = lasting(state, reason, context);
  if (!open) return no('case-not-paused', { reason });
  const { pauseId, startedAt } = open;
  const endedAt = data.endedAt ?? context.now;
  const wrong = checkWhen('endedAt', endedAt, startedAt, context);
  if (wrong) return wrong;
  const { report } = data;
  return unfold(
    state,
    [{ type: 'CaseResumed', data: { pauseId, endedAt, report, recordedBy: context.actor.id } }],
    (reached) => settlePauses(reached, context),
  );
}
