import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { disposing } from '../case/disposal.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import type { DepositAssessment } from './facts.js';
import { submissionOf } from './submission.js';

/** G32, G33, G58: the deposit pays only where it was found eligible, and by the last assessment. */
export function depositIsEligible(state: RegisteredComplaint): ComplaintRefusal | null {
  const assessment = isDecided(state) ? state.deposit?.assessments.at(-1) : undefined;
  if (!assessment || !isOfPresentKind(state, assessment)) return no('deposit-not-assessed');
  if (assessment.eligible) return null;
  const against = assessment.points.filter(({ met }) => !met).map(({ point }) => point);
  return no('deposit-not-eligible', { against });
}

/** H17: what kind of operator it is may have been put right since; then it is assessed anew. */
function isOfPresentKind({ registration }: RegisteredComplaint, { points }: DepositAssessment): boolean {
  const found = points.find(({ point }) => point === 'travel-agency')?.found ?? [];
  return found[0] === registration.respondent.kind;
}

/** G31: one decision lies before the bureau leader at a time. */
export function nothingIsSubmitted(state: RegisteredComplaint): ComplaintRefusal | null {
  const submitted = submissionOf(state);
  return submitted ? no('deposit-decision-already-submitted', { submittedAt: submitted.submittedAt }) : null;
}

/** G31: the handler puts the decision before the bureau leader (呈批表). */
export function submitDepositDecision(
  state: RegisteredComplaint,
  data: CommandOf<'SubmitDepositDecision'>['data'],
  context: Context,
): Answer {
  const assessment = isDecided(state) ? state.deposit?.assessments.at(-1) : undefined;
  if (!assessment) return no('deposit-not-assessed');
  if (
    isDecided(state) &&
    state.deposit?.submissions.some(({ submissionId }) => submissionId === data.submissionId)
  ) {
    return [];
  }
  if (data.amountFen === 0) return no('deposit-decision-pays-nothing');
  return [
    {
      type: 'DepositDecisionSubmitted',
      data: {
        ...data,
        form: assessment.form,
        submittedAt: context.now,
        submittedBy: context.actor.id,
      },
    },
  ];
}

/** G31: only what was submitted and not sent back can be signed. */
export function decisionIsSubmitted(state: RegisteredComplaint): ComplaintRefusal | null {
  return submissionOf(state) ? null : no('deposit-decision-not-submitted');
}

/** G53, G31: claims were waived since it was submitted, so it is not what would be asked of the deposit now. */
export function decisionFitsClaims(state: RegisteredComplaint): ComplaintRefusal | null {
  const before = isDecided(state) ? state.deposit?.beforeWaiver : undefined;
  return before !== undefined && before === submissionOf(state)?.submissionId
    ? no('deposit-decision-before-waiver', { waivedAt: state.waivers?.at(-1)?.waivedAt })
    : null;
}

/** G31: who submits does not sign. */
export function signerIsNotSubmitter(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  const submitted = submissionOf(state);
  return submitted?.submittedBy === context.actor.id
    ? no('deposit-signer-is-submitter', { submitter: submitted.submittedBy })
    : null;
}

/** G31: the bureau leader sends it back with a reason; the handler can submit another. */
export function returnDepositDecision(
  state: RegisteredComplaint,
  data: CommandOf<'ReturnDepositDecision'>['data'],
  context: Context,
): Answer {
  const submitted = submissionOf(state);
  if (!submitted) return no('deposit-decision-not-submitted');
  return [
    {
      type: 'DepositDecisionReturned',
      data: {
        submissionId: submitted.submissionId,
        returnedAt: context.now,
        returnedBy: context.actor.id,
        reason: data.reason,
      },
    },
  ];
}

/** G31, G33: the bureau leader's signature decides; the case is disposed of. */
export function signDepositDecision(
  state: RegisteredComplaint,
  data: CommandOf<'SignDepositDecision'>['data'],
  context: Context,
): Answer {
  const submitted = submissionOf(state);
  if (!submitted) return no('deposit-decision-not-submitted');
  const signedAt = data.signedAt ?? context.now;
  const wrong = checkWhen('signedAt', signedAt, submitted.submittedAt, context);
  if (wrong) return wrong;
  const { submissionId, form, amountFen } = submitted;
  const signature = { submissionId, signedAt, signedBy: context.actor.id, form, amountFen };
  return disposing(state, { type: 'DepositDecisionSigned', data: signature }, signedAt);
}
