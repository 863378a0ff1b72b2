import type { Instant } from '#kernel';
import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen, starting, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { pinnedOf, procedureUnder } from '../case/rulebooks.js';
import type { Complaint, Phase, RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import type { PinnedRulebooks } from '../intake/facts.js';
import { factsEstablishedAt, mediationIsAsked, mediationOf } from './opening.js';

type Data = CommandOf<'FailMediation'>['data'];

/** G30, G57: mediation has come to nothing; what follows is the rulebook's. */
export function failMediation(state: RegisteredComplaint, data: Data, context: Context): Answer {
  const failedAt = data.failedAt ?? context.now;
  const refusal =
    checkWhen('failedAt', failedAt, lastStep(state), context) ?? checkReason(state, data.reason);
  if (refusal) return refusal;
  return unfold(
    state,
    stopping(['mediation-concluded'], failedAt),
    [{ type: 'MediationFailed', data: { ...data, failedAt, by: context.actor.id } }],
    ruling(failedAt, context),
  );
}

/** Where something still can be mediated. */
const MEDIABLE: readonly Phase[] = ['facts-established', 'mediating'];

/** G35, A08: the time for mediation has run out, so it has failed; the case does this itself. */
export function mediationTermOver(at: Instant, context: Context) {
  return (state: Complaint): ComplaintEvent[] =>
    state.phase === 'unregistered' || !MEDIABLE.includes(state.phase)
      ? []
      : unfold(
          state,
          [{ type: 'MediationFailed', data: { reason: 'term-over', failedAt: at } }],
          ruling(at, context),
        );
}

/** A08: the term of the ruling runs where a ruling follows. */
function ruling(at: Instant, context: Context) {
  return (state: Complaint): ComplaintEvent[] =>
    state.phase !== 'unregistered' && rulingFollows(pinnedOf(state), context)
      ? starting('mediation-failed', at, context)(state)
      : [];
}

/** G30, A08: by the procedure of these rulebooks failed mediation ends in a ruling, and not in a termination (G57). */
export function rulingFollows(pinned: PinnedRulebooks, context: Context): boolean {
  return procedureUnder(pinned, context).failedMediation.value === 'ruling';
}

function lastStep(state: RegisteredComplaint): string {
  const mediation = mediationOf(state);
  return mediation?.sessions.at(-1)?.heldAt ?? mediation?.openedAt ?? factsEstablishedAt(state);
}

/** No agreement without a session, no "nobody asked" where it was asked for or is to be offered, no absence from what was not opened. */
function checkReason(state: RegisteredComplaint, reason: Data['reason']): ComplaintRefusal | null {
  const mediation = mediationOf(state);
  const contradicts = {
    'no-agreement': (mediation?.sessions.length ?? 0) === 0,
    'not-requested': mediationIsAsked(state) === null || mediation?.openedAt !== undefined,
    'party-absent': mediation?.openedAt === undefined,
    'party-declines': false,
  }[reason];
  return contradicts ? no('failure-contradicts-course', { reason }) : null;
}
