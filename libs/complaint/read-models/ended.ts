import type { Clock, Phase } from '../domain/index.js';

/** The case has come to its end, or goes on elsewhere: what was missed on the way is history, not work. */
export const ENDED: readonly Phase[] = [
  'rejection-served',
  'transfer-concluded',
  'referral-concluded',
  'handed-over',
];

/** What a missed clock of these asked for, the case has done itself: it went on without it. */
const DONE_BY_MISSING: readonly Clock['onMiss'][] = ['return-to-review', 'note-silence-and-continue'];

/** It runs, waits, or has run out and was not made good. */
export function asksForSomething({ status, onMiss }: Clock): boolean {
  if (status === 'missed') return !DONE_BY_MISSING.includes(onMiss);
  return status === 'running' || status === 'paused';
}

/** A report owed to the office that sent the case outlives its end here (A15). */
export function outlivesTheCase({ stop }: Clock): boolean {
  return stop.includes('reported-to-referrer');
}
