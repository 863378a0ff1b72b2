import { maskAddress, maskName, maskPhone, maskText } from '#platform/personal-data';
import { isDecided, type Complainant, type RegisteredComplaint } from '../../domain/index.js';
import { documentView } from './document-view.js';
import { officesView } from './offices-view.js';
import type { PersonalView } from './personal-view.js';

/**
 * A complaint as a person may see it.
 * @param between how the texts between the offices are shown: opened for both sides, whoever else may not see texts
 */
export async function caseView(
  state: RegisteredComplaint,
  revision: number,
  view: PersonalView,
  between: PersonalView = view,
): Promise<object> {
  const { registration } = state;
  return {
    id: registration.complaintId,
    number: registration.number,
    revision,
    phase: state.phase,
    office: registration.office,
    channel: registration.channel,
    receivedAt: registration.receivedAt,
    registeredAt: registration.registeredAt,
    registeredBy: registration.registeredBy,
    rulebooks: registration.rulebooks,
    complainants: await Promise.all(
      registration.complainants.map((one) => complainantView(one, registration.representatives, view)),
    ),
    respondent: registration.respondent,
    contract: registration.contract,
    facts: await view.text(registration.facts),
    claims: registration.claims.map(({ kind, details }) => ({ kind, ...details })),
    evidence: await view.deep(registration.evidence),
    supplements: await view.deep(state.supplements),
    returns: await view.deep(state.returns),
    disclosures: await view.deep(state.disclosures),
    ...(isDecided(state) || 'review' in state ? { review: await view.deep(state.review) } : {}),
    ...(isDecided(state) ? await decidedView(state, view) : {}),
    documents: await Promise.all(state.documents.map((document) => documentView(document, view))),
    ...(await officesView(state, view, between)),
  };
}

async function decidedView(state: Extract<RegisteredComplaint, { decision: unknown }>, view: PersonalView) {
  return {
    decision: await view.deep(state.decision),
    handlers: state.handlers,
    filing: await view.deep(state.filing),
    reply: await view.deep(state.reply),
    replyOverdueAt: state.replyOverdueAt,
    concludedAt: state.concludedAt,
    result: await view.deep(state.result),
  };
}

async function complainantView(one: Complainant, representatives: readonly string[], view: PersonalView) {
  return {
    subject: one.subject,
    representative: representatives.includes(one.subject),
    name: await view.masked(one.name, maskName),
    sex: await view.masked(one.sex, (text) => text),
    nationality: await view.masked(one.nationality, (text) => text),
    address: await view.masked(one.address, maskAddress),
    postcode: await view.masked(one.postcode, maskText),
    phone: await view.masked(one.phone, maskPhone),
  };
}

/** A complainant's contact in full. Whoever asks for it has been recorded. */
export async function contactView(one: Complainant, view: PersonalView): Promise<object> {
  return {
    subject: one.subject,
    name: await view.text(one.name),
    address: await view.text(one.address),
    postcode: await view.text(one.postcode),
    phone: await view.text(one.phone),
  };
}
