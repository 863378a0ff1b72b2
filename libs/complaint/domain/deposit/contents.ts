import type { JsonObject } from '#kernel';
import type { DecidedComplaint } from '../case/state.js';
import { partiesOf } from '../mediation/contents.js';

/** What the decision on the deposit (D16) and the order to draw on it (D17) say. */
export function depositContents(kind: 'D16' | 'D17', state: DecidedComplaint): JsonObject {
  const { deposit, investigation, registration } = state;
  const signature = deposit?.signature;
  const decided = deposit?.submissions.find(({ submissionId }) => submissionId === signature?.submissionId);
  if (!signature || !decided) return {};
  const amount = { form: decided.form, amountFen: decided.amountFen, payBy: decided.payBy ?? null };
  const signed = { signedBy: signature.signedBy, signedAt: signature.signedAt };
  if (kind === 'D17') {
    const agency = { name: registration.respondent.name, licence: registration.respondent.licence ?? null };
    return { agency, payees: registration.complainants.map(({ subject }) => subject), ...amount, ...signed };
  }
  const assessed = deposit?.assessments.at(-1);
  return {
    parties: partiesOf(state),
    ...(investigation?.found ? { facts: { ...investigation.found.facts } } : {}),
    law: { rulebook: assessed?.rulebook ?? null, grounds: [...(assessed?.grounds ?? [])] },
    decision: { ...decided.decision },
    ...amount,
    ...signed,
  };
}
