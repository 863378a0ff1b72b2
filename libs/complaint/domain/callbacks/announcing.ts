import type { Answer } from '../case/act.js';
import type { Context } from '../case/context.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import type { Clock } from '../clocks/clock.js';
import { isOpen } from '../clocks/ledger.js';
import type { CallbacksCommands } from './commands.js';
import { checkDue, isKnown, promiseCallback } from './promising.js';

/** How a term that the complainant waits for stands to H23. */
export const ANNOUNCEMENTS = ['to-be-announced-if-late', 'announced', 'not-announced'] as const;
export type AnnouncementStanding = (typeof ANNOUNCEMENTS)[number];

/**
 * H23: who cannot finish in time tells the present state and announces the next date before the term lapses; one that
 * lapsed unannounced is a breach, whatever was told or done after it. It goes by when people were told, so it does not
 * depend on the order in which things were recorded. Undefined where nobody waits for the term, and where it was kept.
 */
export function announcementOf(clock: Clock): AnnouncementStanding | undefined {
  const { announce, status, dueAt, delays = [] } = clock;
  if (announce !== true || status === 'met' || status === 'cancelled') return undefined;
  if (delays.some(({ announcedAt }) => announcedAt < dueAt)) return 'announced';
  return isOpen(clock) ? 'to-be-announced-if-late' : 'not-announced';
}

/** The complainant waits for it, and it is still to come or was not made good. */
function canBeAnnounced(clock: Clock): boolean {
  return clock.announce === true && (isOpen(clock) || clock.status === 'missed');
}

/** Whether the case has a term of which a delay could be announced. */
export function someDelayCanBeAnnounced({ clocks }: RegisteredComplaint): ComplaintRefusal | null {
  return clocks.some(canBeAnnounced) ? null : no('no-delay-to-announce');
}

/**
 * H23: the complainant is told that a term of the case will not be kept, and by when he hears next. The term runs on, and
 * its miss stays a miss; the new date is one that was promised, with a clock of its own (H05).
 */
export function announceDelay(
  state: RegisteredComplaint,
  { clock: name, told, announcedAt: at, ...call }: CallbacksCommands['AnnounceDelay'],
  context: Context,
): Answer {
  if (isKnown(state, call.callbackId)) return [];
  const clock = state.clocks.find((one) => one.clock === name);
  if (!clock || !canBeAnnounced(clock)) return no('delay-of-another-term', { clock: name });
  const announcedAt = at ?? context.now;
  const later = clock.dueAt > announcedAt ? clock.dueAt : announcedAt;
  const refusal =
    checkWhen('announcedAt', announcedAt, clock.startAt, context) ?? checkDue(call.dueAt, later);
  if (refusal) return refusal;
  const promised = promiseCallback(
    state,
    { ...call, kind: 'progress', matter: told, promisedAt: announcedAt },
    context,
  );
  if ('refused' in promised) return promised;
  const { callbackId, dueAt: nextDueAt } = call;
  return unfold(state, promised, [
    {
      type: 'ClockDelayAnnounced',
      data: { clock: name, by: context.actor.id, announcedAt, nextDueAt, callbackId },
    },
  ]);
}
