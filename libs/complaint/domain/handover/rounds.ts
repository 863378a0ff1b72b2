import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { starting } from '../case/happenings.js';
import type { Complaint, RegisteredComplaint } from '../case/state.js';
import { isOfCall } from '../callbacks/promise-clock.js';
import { cancelClocks, isOpen } from '../clocks/ledger.js';
import type { Clock, ClockStart } from '../clocks/clock.js';

/** Since when the case is reviewed: its registration, or when it was taken up again. */
export function reviewedSince(state: RegisteredComplaint): string {
  const undone = state.earlier?.at(-1)?.undone.at ?? '';
  const designated = state.designation?.at ?? '';
  return undone > designated ? undone : designated;
}

/** Facts that start clocks of a decision to give the case to others. */
const OF_THE_DECISION: readonly Clock['start'][] = [
  'acceptance-decided:reject',
  'acceptance-decided:transfer',
  'acceptance-decided:refer-down',
  'case-sent-down',
  'document-served:D07',
];
/** How a case comes back from where it was sent: given back (退回), or taken up from there (提级). */
export type CameBack = 'returned' | 'recalled';

/**
 * The clocks of a decision that came to nothing end with it, for that reason: nothing was reported, and nobody says that the
 * letter was served, so none of them is met (deadlines.md 4). What had run out by then stays missed.
 */
export function endingDecision(at: string, because: CameBack) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    const own = (clock: Clock) => OF_THE_DECISION.includes(clock.start);
    return cancelClocks(state.clocks.filter(own), because, at);
  };
}

/** The terms of the review run again from when the case was back; what still runs goes on. */
export function reviewAgain(at: string, context: Context) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    const runs = (clock: ClockStart) =>
      state.clocks.some((one) => one.code === clock.code && one.rulebook === clock.rulebook && isOpen(one));
    return starting('complaint-registered', at, context, undefined, (clock) => !runs(clock))(state);
  };
}

/**
 * The case goes on elsewhere, and nothing of it runs here but the calls that are owed: what a person of this office promised
 * stays a deadline (H05), and his to answer for (H01), until he has called, announced another date or been relieved of it.
 */
export function endingHere(at: string) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    const of = state.clocks.filter((clock) => !isOfCall(clock));
    return cancelClocks(of, 'case-handed-over', at);
  };
}
