import type { JsonObject } from '#kernel';
import type { DecidedComplaint } from '../case/state.js';
import { partiesOf } from '../mediation/contents.js';

/** What the settlement of the parties says (D13): parties, terms, amount, day of payment, signatures. */
export function settlementContents(state: DecidedComplaint): JsonObject {
  const settlement = state.settlements?.at(-1);
  if (!settlement) return {};
  const { report, signature, check } = settlement;
  return {
    parties: partiesOf(state),
    facts: { ...state.registration.facts },
    terms: { ...report.terms },
    amountFen: report.amountFen,
    payBy: report.payBy ?? null,
    signedAt: signature?.signedAt ?? null,
    checkedBy: check?.checkedBy ?? null,
  };
}
