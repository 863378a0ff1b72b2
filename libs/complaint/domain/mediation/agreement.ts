import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { disposing } from '../case/disposal.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { everybodySigned } from '../people/consent.js';
import { isLongest } from '../clocks/consequences.js';
import { inTime, isRunning } from '../clocks/ledger.js';
import { factsEstablishedAt, mediationOf } from './opening.js';

type Data = CommandOf<'AgreeMediation'>['data'];

/** G28, G29: an agreement comes of a session; after mediation was over only if it had run out of time (late record). */
export function agreementCanBeMade(state: RegisteredComplaint): ComplaintRefusal | null {
  const mediation = mediationOf(state);
  const failure = state.phase === 'mediation-failed' ? mediation?.failure : undefined;
  if (failure && failure.reason !== 'term-over') return no('mediation-over', { failedAt: failure.failedAt });
  return (mediation?.sessions.length ?? 0) === 0 ? no('session-missing') : null;
}

/** G29: both sides agree and sign; what was agreed in time can be recorded when the time has run out. */
export function agreeMediation(state: RegisteredComplaint, data: Data, context: Context): Answer {
  const agreedAt = data.agreedAt ?? context.now;
  const refusal =
    checkWhen('agreedAt', agreedAt, lastStep(state), context) ??
    checkTerm(state, agreedAt) ??
    checkTerms(state, data, agreedAt);
  if (refusal) return refusal;
  const complainants = [...new Set(data.complainants)].toSorted();
  const agreement = { ...data, complainants, agreedAt, by: context.actor.id };
  return disposing(state, { type: 'MediationAgreed', data: agreement }, agreedAt, ['mediation-concluded']);
}

function lastStep(state: RegisteredComplaint): string {
  return mediationOf(state)?.sessions.at(-1)?.heldAt ?? factsEstablishedAt(state);
}

/** G35, A08: when the term has run out mediation is over, whether or not the clock has rung by now. */
function checkTerm(state: RegisteredComplaint, agreedAt: string): ComplaintRefusal | null {
  const failedAt = state.phase === 'mediation-failed' ? mediationOf(state)?.failure?.failedAt : undefined;
  if (failedAt !== undefined && agreedAt >= failedAt) return no('mediation-over', { failedAt });
  const over = state.clocks.find(
    (clock) =>
      clock.onMiss === 'end-mediation' &&
      isRunning(clock) &&
      isLongest(state.clocks, clock) &&
      !inTime(clock, agreedAt),
  );
  return over ? no('mediation-term-over', { dueOn: over.dueOn }) : null;
}

function checkTerms(state: RegisteredComplaint, data: Data, agreedAt: string): ComplaintRefusal | null {
  if (!data.respondent) return no('mediation-not-signed');
  if (data.amountFen > 0 && data.payBy === undefined) return no('payment-day-missing');
  return everybodySigned(state, data.complainants, 'settle', agreedAt);
}
