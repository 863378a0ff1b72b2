import type { Calendar } from '#calendar';
import { overrunOfInternalChain, type Intake, type Rulebook } from '#rulebook';
import type { ComplaintEvent } from '../case/events.js';

/**
 * Said on the day of registration: if every stage of the office's own chain took all its time, the law's limit
 * would have passed (spec 0, fact 3; A01).
 */
export function overrunForeseen(
  calendar: Calendar,
  intake: Intake,
  internal: Rulebook,
  statutory: Rulebook,
): ComplaintEvent[] {
  const chain = overrunOfInternalChain(calendar, intake, internal, statutory);
  if (!chain.overruns || !chain.statutory) return [];
  return [
    {
      type: 'ChainOverrunForeseen',
      data: {
        internal: internal.id,
        statutory: statutory.id,
        statutoryEndsOn: chain.statutory.due.dueOn,
        verification: chain.statutory.verification,
        paths: chain.paths
          .filter(({ overruns }) => overruns)
          .map(({ decision, endsOn, steps }) => ({
            decision,
            endsOn,
            steps: steps.map(({ rule, due }) => ({ code: rule.code, dueOn: due.dueOn })),
          })),
      },
    },
  ];
}
