import { overrunOfInternalChain, type Intake, type RuledDueDate } from '#rulebook';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import type { PinnedRulebooks } from './facts.js';

/**
 * Said on the day of registration: if every stage of the office's own chain took all its time, the limit of the
 * law, or the earlier one of a local rule, would have passed (spec 0, fact 3; A01, E9).
 */
export function overrunForeseen(
  intake: Intake,
  { internal, statutory, overlay }: PinnedRulebooks,
  context: Context,
): ComplaintEvent[] {
  const chain = overrunOfInternalChain(context.calendar, intake, {
    internal: context.rulebook(internal),
    statutory: context.rulebook(statutory),
    ...(overlay === undefined ? {} : { overlay: context.rulebook(overlay) }),
  });
  if (!chain.overruns || !chain.limit) return [];
  const law = chain.statutory ?? chain.limit;
  return [
    {
      type: 'ChainOverrunForeseen',
      data: {
        internal,
        statutory: law.rulebook,
        statutoryEndsOn: law.due.dueOn,
        verification: law.verification,
        ...(chain.limit === law ? {} : { earlier: limitOf(chain.limit) }),
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

function limitOf({ rulebook, due, verification }: RuledDueDate) {
  return { rulebook, endsOn: due.dueOn, verification };
}
