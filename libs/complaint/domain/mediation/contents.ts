import type { JsonObject } from '#kernel';
import type { Context } from '../case/context.js';
import type { DecidedComplaint } from '../case/state.js';
import { claimsListed } from '../claims/standing.js';
import { confirmableUntil } from './court-confirmation.js';

/** What a call to mediation (D12) and a mediation document (D14, G29: claims, facts, process, result) say. */
export function mediationContents(
  kind: 'D12' | 'D14',
  about: string | undefined,
  state: DecidedComplaint,
  context: Context,
): JsonObject {
  const { mediation } = state;
  const mediators = [...(mediation?.mediators ?? [])];
  if (kind === 'D14') return { ...resultOf(state, context), mediators };
  const call = mediation?.calls.find(({ sessionId }) => sessionId === about);
  return call
    ? { appointedFor: call.appointedFor, place: { ...call.place }, mediators, parties: partiesOf(state) }
    : {};
}

function resultOf(state: DecidedComplaint, context: Context): JsonObject {
  const { mediation, investigation, registration } = state;
  const agreement = mediation?.agreement;
  const found = investigation?.found;
  const confirmable = agreement && confirmableUntil(state, agreement.agreedAt, context);
  return {
    parties: partiesOf(state),
    claims: claimsListed(state),
    ...(found ? { facts: { ...found.facts } } : {}),
    process: (mediation?.sessions ?? []).map(({ heldAt, present }) => ({ heldAt, present: [...present] })),
    ...(agreement
      ? {
          terms: { ...agreement.terms },
          amountFen: agreement.amountFen,
          payBy: agreement.payBy ?? null,
          agreedAt: agreement.agreedAt,
        }
      : {}),
    ...(confirmable ? { courtConfirmation: { ...confirmable } } : {}),
    signatures: ['complainant', 'respondent'],
    seal: registration.office,
    copies: 3,
  };
}

/** Who is at odds: the complainants by the subject of each, the respondent by name. */
export function partiesOf({ registration }: DecidedComplaint): JsonObject {
  return {
    complainants: registration.complainants.map(({ subject }) => subject),
    respondent: registration.respondent.name,
  };
}
