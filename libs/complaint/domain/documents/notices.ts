import type { JsonObject } from '#kernel';
import type { Clock } from '../clocks/clock.js';
import { isOpen } from '../clocks/ledger.js';
import type { Context } from '../case/context.js';
import { claimsAsked, limitationAsked } from '../claims/standing.js';
import { procedureOfCase } from '../case/rulebooks.js';
import { currentDocument, type DecidedComplaint, type RegisteredComplaint } from '../case/state.js';
import { representativesOf } from '../people/joint.js';

/** What a complainant may do from the acceptance on (D04). */
const COMPLAINANT_RIGHTS = [
  'supply-evidence',
  'authorise-agent',
  'ask-to-stand-aside',
  'settle',
  'ask-for-mediation',
  'withdraw',
] as const;

/** Clocks that bring something to the complainant. */
const AWAITED: readonly string[] = ['DL-MEDIATE', 'DL-DISPOSE', 'DL-REOPENED'];

/** D04: what the complainant may do, whom he reaches, and by when he hears next. */
export function toComplainant(state: DecidedComplaint, context: Context): JsonObject {
  return {
    rights: [...COMPLAINANT_RIGHTS],
    ...contact(context),
    nextDeadline: nextDeadline(state.clocks),
    claimsNotAccepted: state.review.limitation
      .filter(({ claim }) => state.decision.claimsOutOfTime.includes(claim))
      .map(({ claim, lastDay, article }) => ({
        ...kindOf(state, claim),
        ground: 'R4',
        lastDay: lastDay ?? null,
        article: article ?? null,
      })),
  };
}

/** D05: who complains, and of what. */
export function toRespondent(state: DecidedComplaint): JsonObject {
  const { complainants } = state.registration;
  const speak = representativesOf(state);
  return {
    complainants: complainants.map(({ subject, name }) => ({
      ...(name ? { name: { ...name } } : {}),
      representative: speak.includes(subject),
    })),
    claims: claimsNamed(state),
  };
}

/** What was complained of, as a notice to the complainant names it. */
function complaintOf(state: RegisteredComplaint): JsonObject {
  const { receivedAt, facts } = state.registration;
  return { receivedAt, facts: { ...facts }, claims: claimsNamed(state) };
}

/** D06: what was complained of, and on which ground, with its article, it is not accepted (G51). */
export function rejection(state: DecidedComplaint, context: Context): JsonObject {
  const { decision, review } = state;
  const { rulebook, rejectionGrounds } = procedureOfCase(state, context);
  const { article, verification } = rejectionGrounds;
  const late = limitationAsked(state, review).find(({ inTime }) => !inTime);
  return {
    complaint: complaintOf(state),
    grounds: decision.reasons.map((reason) =>
      reason === 'R4' && late?.article !== undefined
        ? {
            reason,
            article: late.article,
            verification: late.verification ?? null,
            lastDay: late.lastDay ?? null,
          }
        : { reason, article, verification, rulebook },
    ),
    decidedAt: decision.decidedAt,
  };
}

/** D07: the report that is asked for, and whom the lower office reaches. */
export function referral(context: Context): JsonObject {
  return { reportRequested: true, ...contact(context) };
}

/** D08: why the other department is competent, and the slip by which it confirms the receipt (回执). */
export function transfer({ review }: DecidedComplaint, context: Context): JsonObject {
  return {
    competence: { jurisdiction: review.jurisdiction, reason: { ...review.opinion } },
    receiptSlip: true,
    ...contact(context),
  };
}

/** D08C: who has the complaint now, by which letter and since when, and whom the complainant still reaches here. */
export function handedOn(state: DecidedComplaint, context: Context): JsonObject {
  const { decision, review } = state;
  const letter = currentDocument(state, decision.outcome === 'refer-down' ? 'D07' : 'D08');
  return {
    complaint: complaintOf(state),
    outcome: decision.outcome,
    decidedAt: decision.decidedAt,
    receiver: decision.receiver ?? null,
    jurisdiction: review.jurisdiction,
    letter: letter?.number ?? null,
    ...contact(context),
  };
}

/** D09: what is missing, asked for when, and by which day it is awaited, with the mark of a day that can still move. */
export function supplement(state: RegisteredComplaint): JsonObject {
  const asked = state.supplements.at(-1);
  const term = state.clocks.findLast(({ code }) => code === 'DL-SUPPLEMENT');
  return {
    missing: [...(asked?.items ?? [])],
    requestedAt: asked?.requestedAt ?? null,
    supplyBy: term?.dueOn ?? null,
    provisional: term?.provisional ?? false,
  };
}

function contact({ office }: Context): JsonObject {
  return { contact: office.contact ? { ...office.contact } : null };
}

/** What is still asked for, each with its place in the register (G53). */
function claimsNamed(state: RegisteredComplaint): JsonObject[] {
  return claimsAsked(state).map(({ claim, kind }) => ({ claim, kind }));
}

function kindOf({ registration }: RegisteredComplaint, claim: number): JsonObject {
  return { claim, kind: registration.claims[claim]?.kind ?? null };
}

/** The earliest of what is awaited. */
function nextDeadline(clocks: readonly Clock[]): JsonObject | null {
  const [next] = clocks
    .filter((clock) => isOpen(clock) && AWAITED.includes(clock.code))
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  if (!next) return null;
  const { code, rulebook, dueOn, article, verification, provisional } = next;
  return { code, rulebook, dueOn, article, verification, provisional };
}
