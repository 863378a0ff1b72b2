import type { Instant } from '#kernel';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { isLongest, miss } from './consequences.js';
import { settlePauses } from './pauses.js';
import { RESUME } from './moving.js';
import { deemServed } from '../documents/publication.js';
import { recounted } from './reschedule.js';
import { putOff } from './rings.js';
import { mediationTermOver } from '../mediation/failure.js';
import type { Complaint, RegisteredComplaint } from '../case/state.js';
import type { Clock, Ring } from './clock.js';
import { unfold } from '../case/unfold.js';

/**
 * A timer rings. Not yet due, already met, already raised, of an earlier revision: nothing happens. Otherwise
 * one event, and for a miss what the rule says follows. However often and however late it rings: one effect. A reminder
 * that comes so late that the office is closed by then is put off until it opens; a miss never is.
 */
export function ringClock(
  state: RegisteredComplaint,
  data: CommandOf<'RingClock'>['data'],
  context: Context,
): ComplaintEvent[] {
  const clock = state.clocks.find(({ clock: id }) => id === data.clock);
  if (!clock || !isOpen(clock, data) || !hasCome(clock, data.rung, context.now)) return [];
  if (data.rung === RESUME) return settlePauses(state, context);
  // The calendar may have changed without this clock having been counted anew yet: then it rings at its new time.
  const moved = recounted(state, clock, context);
  if (moved?.type === 'ClockRescheduled') return [moved];
  if (context.now >= clock.dueAt) return runOut(state, clock, context);
  const later = putOff(clock, context.calendar, context.now);
  if (later) return [reminderPutOff(clock, later)];
  const { rung, revision } = data;
  return [{ type: 'ClockReminded', data: { clock: clock.clock, rung, at: context.now, revision } }];
}

/**
 * When what a ring brings about has happened: at the moment for which it was set; where the clock has run out by now, at the end
 * of its term, whichever of its rings finds that first after everything was down. One that the calendar has moved meanwhile
 * has not run out.
 */
export function momentOfRing(
  state: Complaint,
  { clock: name, rung }: CommandOf<'RingClock'>['data'],
  context: Context,
  fireAt: Instant,
): Instant {
  if (state.phase === 'unregistered' || rung === RESUME) return fireAt;
  const clock = state.clocks.find(({ clock: id }) => id === name);
  if (clock === undefined || context.now < clock.dueAt) return fireAt;
  return recounted(state, clock, context)?.type === 'ClockRescheduled' ? fireAt : clock.dueAt;
}

function reminderPutOff(clock: Clock, rings: readonly Ring[]): ComplaintEvent {
  const { dueOn, dueAt, provisional, calendar, knownOn, revision, open } = clock;
  return {
    type: 'ClockRescheduled',
    data: {
      ...{ clock: clock.clock, because: 'office-hours', oldDueOn: dueOn, wasProvisional: provisional },
      ...{ dueOn, dueAt, provisional, calendar, knownOn, notices: [], officeDays: false, told: [] },
      ...{ open, revision: revision + 1, rings },
    },
  };
}

function isOpen(clock: Clock, data: CommandOf<'RingClock'>['data']): boolean {
  const runs = clock.status === 'running' || clock.status === 'paused';
  return runs && clock.revision === data.revision && clock.open.includes(data.rung);
}

function hasCome(clock: Clock, rung: string, now: string): boolean {
  const ring = clock.rings.find((one) => one.rung === rung);
  return ring !== undefined && now >= ring.at;
}

/**
 * G08: with a supplement not supplied the review goes on without it, and its clock runs again. 民诉法 95: when
 * the days of a publication are over the document counts as served. G35, A08: when the time for mediation is over
 * it has failed.
 */
function runOut(state: RegisteredComplaint, clock: Clock, context: Context): ComplaintEvent[] {
  return unfold(
    state,
    miss(state.clocks, clock),
    (reached: Complaint) => settlePauses(reached, context),
    (reached: Complaint) =>
      clock.onMiss === 'deem-served' && reached.phase !== 'unregistered'
        ? deemServed(reached, clock, context)
        : [],
    clock.onMiss === 'end-mediation' && isLongest(state.clocks, clock)
      ? mediationTermOver(clock.dueAt, context)
      : [],
  );
}
