import { overrunOfInternalChain, type Intake, type InternalStep, type RuledDueDate } from '#rulebook';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { UNDECIDED } from '../case/phases.js';
import { pinnedOf } from '../case/rulebooks.js';
import type { Complaint, Phase, RegisteredComplaint } from '../case/state.js';
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
        ...markOf(law.due),
        ...(chain.limit === law ? {} : { earlier: limitOf(chain.limit) }),
        paths: chain.paths
          .filter(({ overruns }) => overruns)
          .map(({ decision, endsOn, steps }) => ({
            decision,
            endsOn,
            ...markOf({ provisional: isUnsure(steps) }),
            steps: steps.map(({ rule, due }, index) => ({
              code: rule.code,
              dueOn: due.dueOn,
              ...markOf({ provisional: isUnsure(steps.slice(0, index + 1)) }),
            })),
          })),
      },
    },
  ];
}

/** In these the office's own chain is still before the case. */
const BEFORE_THE_DECISION: readonly Phase[] = [...UNDECIDED, 'awaiting-approval'];

/**
 * H17: what was said on the day of registration rested on when the complaint was received and on the law of that day. Where
 * a correction makes it otherwise it is said anew, or taken back. A decided case has its chain behind it, and one that is
 * reviewed again has another.
 */
export function overrunReconsidered(before: RegisteredComplaint, correctionId: string, context: Context) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered' || !BEFORE_THE_DECISION.includes(state.phase)) return [];
    if (state.earlier !== undefined || state.reopenings !== undefined) return [];
    const [said, isSo] = [before, state].map((one) =>
      overrunForeseen(one.registration, pinnedOf(one), context),
    );
    if (isSo === undefined || JSON.stringify(said) === JSON.stringify(isSo)) return [];
    return isSo.length > 0 ? isSo : [{ type: 'ChainOverrunAverted', data: { correctionId } }];
  };
}

function limitOf({ rulebook, due, verification }: RuledDueDate) {
  return { rulebook, endsOn: due.dueOn, verification, ...markOf(due) };
}

/** A stage starts where the one before it ends: the last day is as unsure as any of them. */
function isUnsure(steps: readonly InternalStep[]): boolean {
  return steps.some(({ due }) => due.provisional);
}

function markOf({ provisional }: { readonly provisional: boolean }): { readonly provisional?: true } {
  return provisional ? { provisional: true } : {};
}
