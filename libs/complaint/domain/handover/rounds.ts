import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { starting, stopping } from '../case/happenings.js';
import type { Complaint, RegisteredComplaint } from '../case/state.js';
import { isOfCall } from '../callbacks/promise-clock.js';
import { cancelClocks, isOpen } from '../clocks/ledger.js';
import type { Clock, ClockStart } from '../clocks/clock.js';
import type { StopFact } from '#rulebook';

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
/** What came back has arrived, and has been answered. */
const ANSWERED: readonly StopFact[] = [
  'document-served:D07',
  'document-served:D08',
  'document-sent:D08',
  'referral-reported',
];

/** The clocks of a decision that came to nothing end. */
export function endingDecision(at: string) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    const own = (clock: Clock) => OF_THE_DECISION.includes(clock.start);
    return cancelClocks(state.clocks.filter(own), 'decision-undone', at);
  };
}

/** What the receiver has answered stops, whatever was answered. */
export function answered(at: string) {
  return stopping(ANSWERED, at);
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
