import {
  maskAddress,
  maskName,
  maskPhone,
  maskText,
  type Mask,
  type PersonalView,
} from '#platform/personal-data';
import {
  isDecided,
  pinnedOf,
  respondentOf,
  sideOf,
  representativesOf,
  type Agent,
  type Attachment,
  type Complainant,
  type RegisteredComplaint,
} from '../../domain/index.js';
import { claimsView } from './claims-view.js';
import { documentView, NAMES } from './document-view.js';
import { officesView } from './offices-view.js';

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
    rulebooks: pinnedOf(state),
    moves: await view.deep(state.moves),
    complainants: await Promise.all(
      registration.complainants.map((one) => complainantView(one, representativesOf(state), view)),
    ),
    respondent: respondentOf(state),
    respondentSide: await view.deep(sideOf(state)),
    contract: registration.contract,
    facts: await view.text(registration.facts),
    claims: claimsView(state),
    waivers: await view.deep(state.waivers),
    evidence: await view.deep(registration.evidence),
    attachments: await Promise.all((state.attachments ?? []).map((one) => attachmentView(one, view))),
    supplements: await view.deep(state.supplements),
    returns: await view.deep(state.returns),
    pauses: await view.deep(state.pauses),
    disclosures: await view.deep(state.disclosures),
    corrections: await view.deep(state.corrections, CONTACTS),
    callbacks: await view.deep(state.callbacks),
    impossibleCalls: state.impossibleCalls,
    agents: await Promise.all((state.agents ?? []).map((agent) => agentView(agent, view))),
    recusals: await view.deep(state.recusals),
    ...(isDecided(state) || 'review' in state ? { review: await view.deep(state.review) } : {}),
    ...(isDecided(state) ? await decidedView(state, view) : {}),
    documents: await Promise.all(state.documents.map((document) => documentView(document, view))),
    ...(await endingView(state, view)),
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
    investigation: await view.deep(state.investigation, NAMES),
    settlements: await view.deep(state.settlements),
    settlementOverdueAt: state.settlementOverdueAt,
    mediation: await view.deep(state.mediation),
    ruling: await view.deep(state.ruling),
    termination: await view.deep(state.termination),
    deposit: await view.deep(state.deposit),
    concludedAt: state.concludedAt,
    result: await view.deep(state.result),
  };
}

/** How the case ended and what was found on the way: everything that is there. */
async function endingView(state: RegisteredComplaint, view: PersonalView) {
  const { oralNotices, links, leads, nonCooperation, responsibilities, withdrawal, archive, reopenings } =
    state;
  const { revocation, immediateAction, closings } = isDecided(state) ? state : {};
  return view.deep(
    {
      ...{ oralNotices, links, leads, nonCooperation, responsibilities, withdrawal, archive, reopenings },
      ...{ revocation, immediateAction, closings },
    },
    NAMES,
  ) as Promise<object>;
}

/** How what is known of a complainant is shown to whoever may read the case. */
const MASKS: Readonly<Record<Exclude<keyof Complainant, 'subject'>, Mask>> = {
  name: maskName,
  sex: (text) => text,
  nationality: (text) => text,
  address: maskAddress,
  postcode: maskText,
  phone: maskPhone,
};
/** The same wherever it stands, for what was believed of them too: by the names under which it is sealed. */
const CONTACTS: Readonly<Record<string, Mask>> = Object.fromEntries(
  Object.entries(MASKS).map(([name, mask]) => [`complainant.${name}`, mask]),
);

async function complainantView(one: Complainant, representatives: readonly string[], view: PersonalView) {
  const names = Object.keys(MASKS) as (keyof typeof MASKS)[];
  const shown = names.map(async (name) => [name, await view.masked(one[name], MASKS[name])] as const);
  return {
    subject: one.subject,
    representative: representatives.includes(one.subject),
    ...Object.fromEntries(await Promise.all(shown)),
  };
}

/** A file with what proves it. What opens it is never shown. */
async function attachmentView({ key: _, ...attachment }: Attachment, view: PersonalView) {
  const { name, description, struck } = attachment;
  return {
    ...attachment,
    name: await view.text(name),
    description: await view.text(description),
    struck: struck && { ...struck, reason: await view.text(struck.reason) },
  };
}

/** Who acts for whom; name and number masked as those of the complainants are. */
async function agentView(agent: Agent, view: PersonalView) {
  return {
    ...agent,
    name: await view.masked(agent.name, maskName),
    phone: await view.masked(agent.phone, maskPhone),
    powerOfAttorney: await view.text(agent.powerOfAttorney),
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
