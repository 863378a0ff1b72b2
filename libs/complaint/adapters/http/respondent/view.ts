import { maskName, PersonalView, type PersonalData } from '#platform/personal-data';
import {
  DOCUMENTS,
  isDecided,
  representativesOf,
  respondentServedAt,
  respondentOf,
  sideOf,
  type CaseDocument,
  type RegisteredComplaint,
  type Settlement,
} from '../../../domain/index.js';
import { claimsView } from '../claims-view.js';
import { withoutContacts } from './without-contacts.js';

/**
 * A complaint as the operator complained of sees it: the copy that was served on it, the documents that were, and
 * what it has said and done itself. No contact, no review, no opinion, no draft, no document of others.
 */
export async function operatorCaseView(
  state: RegisteredComplaint,
  revision: number,
  personal: PersonalData,
): Promise<object> {
  const { registration } = state;
  const view = new PersonalView(personal, true);
  const masked = await withoutContacts(state, personal);
  const side = sideOf(state);
  return {
    id: registration.complaintId,
    number: registration.number,
    revision,
    office: registration.office,
    phase: state.phase,
    channel: registration.channel,
    receivedAt: registration.receivedAt,
    servedAt: respondentServedAt(state),
    complainants: await Promise.all(
      registration.complainants.map(async ({ subject, name }) => ({
        name: await view.masked(name, maskName),
        representative: representativesOf(state).includes(subject),
      })),
    ),
    respondent: respondentOf(state),
    contract: registration.contract,
    facts: masked(await view.text(registration.facts)),
    claims: claimsView(state),
    evidence: masked(await view.deep(registration.evidence)),
    documents: masked(await Promise.all(state.documents.flatMap((one) => served(one, view)))),
    responsible: side?.responsible,
    investigations: await view.deep(side?.investigations ?? []),
    attachments: await ownAttachments(state, side?.operator, view),
    ...(isDecided(state)
      ? {
          acceptedAt: state.decision.decidedAt,
          reply: await view.deep(state.reply),
          replyOverdueAt: state.replyOverdueAt,
          settlements: await Promise.all((state.settlements ?? []).map((one) => settlementView(one, view))),
        }
      : {}),
  };
}

/** The files that the operator's people have attached; one that was struck says so. */
function ownAttachments(
  { attachments = [] }: RegisteredComplaint,
  operator: string | undefined,
  view: PersonalView,
): Promise<object[]> {
  return Promise.all(
    attachments
      .filter((one) => operator !== undefined && one.operator === operator)
      .map(
        async ({ attachmentId, kind, name, description, mediaType, size, sha256, receivedAt, struck }) => ({
          ...{ attachmentId, kind, mediaType, size, sha256, receivedAt },
          name: await view.text(name),
          description: await view.text(description),
          struckAt: struck?.at,
        }),
      ),
  );
}

/** A document as it was served on the respondent: the notice says what must be answered, and by when. */
function served(document: CaseDocument, view: PersonalView): Promise<object>[] {
  const { kind, number, issuedAt, contents, service } = document;
  const addressee = document.addressee ?? DOCUMENTS[kind].to[0];
  if (!service || addressee !== 'respondent') return [];
  const { servedAt, method } = service;
  return [view.deep(contents).then((text) => ({ kind, number, issuedAt, servedAt, method, contents: text }))];
}

/** A settlement without what the office thinks of it: only whether it stands. */
async function settlementView({ report, signature, check }: Settlement, view: PersonalView): Promise<object> {
  return {
    report: await view.deep(report),
    signedAt: signature?.signedAt,
    ...(check ? { checkedAt: check.checkedAt, upheld: check.upheld } : {}),
  };
}
