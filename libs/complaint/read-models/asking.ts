import { ENDED, type Clock, type Phase } from '../domain/index.js';

/** The case has come to its end, or goes on elsewhere: what was missed on the way is history, not work. */
export const OVER: readonly Phase[] = [...ENDED, 'archived'];

/** What a missed clock of these asked for, the case has done itself: it went on without it. */
const DONE_BY_MISSING: readonly Clock['onMiss'][] = [
  'return-to-review',
  'note-silence-and-continue',
  'deem-served',
];

/** Where mediation is still to come: until then, a settlement that was not reported asks to offer it (G24). */
const BEFORE_MEDIATION: readonly Phase[] = [
  'filed',
  'awaiting-reply',
  'under-investigation',
  'facts-established',
];

/** Whether it asks for something in a case that stands there: it runs, waits, or ran out and was not made good. */
export function asksForSomething(
  { status, onMiss, code }: Pick<Clock, 'status' | 'onMiss' | 'code'>,
  phase: Phase,
): boolean {
  if (status !== 'missed') return status === 'running' || status === 'paused';
  if (OVER.includes(phase)) return code === OUTLIVES_THE_CASE && phase !== 'handed-over';
  if (DONE_BY_MISSING.includes(onMiss)) return false;
  if (onMiss === 'start-mediation') return BEFORE_MEDIATION.includes(phase);
  return !(onMiss === 'end-mediation' && phase === 'mediation-failed');
}

/** A report owed to the office that sent the case outlives its end here (A15). */
export const OUTLIVES_THE_CASE: Clock['code'] = 'DL-REPORT-BACK';

/** What waits for a superior, or was asked by one, is his to see before it runs out. */
const BETWEEN_OFFICES: readonly Clock['code'][] = ['DL-DESIGNATE', 'DL-URGE'];
/** What the case itself goes on from, or offers to do, when it has run out. */
const NO_FAULT: readonly Clock['onMiss'][] = [...DONE_BY_MISSING, 'start-mediation', 'end-mediation'];

/** For a superior office to look at: it ran out and was not made good, or it runs for something between offices. */
export function isSupervised({ status, onMiss, code }: Clock): boolean {
  if (status === 'missed') return !NO_FAULT.includes(onMiss);
  return status === 'running' && BETWEEN_OFFICES.includes(code);
}
