import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { disposing } from '../case/disposal.js';
import { checkWhen, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { canBeReferredTo } from '../evidence/opening.js';
import { respondentServedAt } from '../mediation/opening.js';
import { everybodySigned } from '../people/consent.js';
import { receivedAtOf } from '../respondent/respondent.js';
import { SETTLEMENT_PRINCIPLES, type Settlement, type SettlementCheck } from './facts.js';

/** The settlement in hand: the last reported, unless it was found not to stand. */
export function settlementOf(state: RegisteredComplaint): Settlement | undefined {
  const last = isDecided(state) ? state.settlements?.at(-1) : undefined;
  return last?.check?.upheld === false ? undefined : last;
}

/** G24: one settlement at a time; after one that did not stand another can be reported. */
export function settlementCanBeReported(state: RegisteredComplaint): ComplaintRefusal | null {
  const known = settlementOf(state);
  return known ? no('settlement-already-reported', { reportedAt: known.report.reportedAt }) : null;
}

/** G26: only what was reported can be signed, and once. */
export function settlementIsReported(state: RegisteredComplaint): ComplaintRefusal | null {
  const settlement = settlementOf(state);
  if (!settlement) return no('settlement-not-reported');
  return settlement.signature
    ? no('settlement-already-signed', { signedAt: settlement.signature.signedAt })
    : null;
}

/** G61: only what both sides have signed can be checked. */
export function settlementIsSigned(state: RegisteredComplaint): ComplaintRefusal | null {
  const settlement = settlementOf(state);
  if (!settlement) return no('settlement-not-reported');
  return settlement.signature ? null : no('settlement-not-signed');
}

/** G24, A09, B07: what the parties agreed is reported to the office, by an operator with the complainant's written opinion attached; the clocks of mediation and disposal run on. */
export function reportSettlement(
  state: RegisteredComplaint,
  data: CommandOf<'ReportSettlement'>['data'],
  context: Context,
): Answer {
  const reportedAt = receivedAtOf(data.reportedAt, context);
  const wrong = checkWhen('reportedAt', reportedAt, respondentServedAt(state), context);
  if (wrong) return wrong;
  const { opinionAttachment } = data;
  if (context.actor.operator !== undefined && opinionAttachment === undefined)
    return no('settlement-opinion-missing');
  const missing = canBeReferredTo(state, opinionAttachment === undefined ? [] : [opinionAttachment], context);
  if (missing) return missing;
  if (data.amountFen > 0 && data.payBy === undefined) return no('settlement-payment-day-missing');
  return unfold(state, stopping(['settlement-reported'], reportedAt), [
    { type: 'SettlementReported', data: { ...data, reportedAt, recordedBy: context.actor.id } },
  ]);
}

/** G26, G53: written, and signed by the respondent and by every complainant. */
export function signSettlement(
  state: RegisteredComplaint,
  data: CommandOf<'SignSettlement'>['data'],
  context: Context,
): Answer {
  const settlement = settlementOf(state);
  if (!settlement) return no('settlement-not-reported');
  const signedAt = data.signedAt ?? context.now;
  const refusal =
    checkWhen('signedAt', signedAt, respondentServedAt(state), context) ??
    (data.respondent ? null : no('settlement-not-signed')) ??
    everybodySigned(state, data.complainants, 'settle', signedAt);
  if (refusal) return refusal;
  const { settlementId } = settlement.report;
  const complainants = [...new Set(data.complainants)].toSorted();
  return [
    {
      type: 'SettlementSigned',
      data: { ...data, settlementId, complainants, signedAt, recordedBy: context.actor.id },
    },
  ];
}

/** G25, G61: the handler checks and signs, which settles the case; or finds that it does not stand, and all goes on. */
export function checkSettlement(
  state: RegisteredComplaint,
  data: CommandOf<'CheckSettlement'>['data'],
  context: Context,
): Answer {
  const settlement = settlementOf(state);
  const signedAt = settlement?.signature?.signedAt;
  if (!settlement || signedAt === undefined) return no('settlement-not-signed');
  const { settlementId, reportedAt } = settlement.report;
  const checkedAt = data.checkedAt ?? context.now;
  const wrong = checkWhen('checkedAt', checkedAt, signedAt > reportedAt ? signedAt : reportedAt, context);
  if (wrong) return wrong;
  const principles = SETTLEMENT_PRINCIPLES.filter((principle) => data.principles.includes(principle));
  const upheld = principles.length === SETTLEMENT_PRINCIPLES.length;
  const check: SettlementCheck = {
    ...data,
    settlementId,
    checkedAt,
    principles,
    upheld,
    checkedBy: context.actor.id,
  };
  const checked = { type: 'SettlementChecked' as const, data: check };
  return upheld ? disposing(state, checked, checkedAt, ['mediation-concluded']) : [checked];
}
