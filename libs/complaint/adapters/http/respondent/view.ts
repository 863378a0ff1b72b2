import { maskName, PersonalView, type PersonalData } from '#platform/personal-data';
import {
  isDecided,
  servedOnRespondentAt,
  sideOf,
  type CaseDocument,
  type RegisteredComplaint,
} from '../../../domain/index.js';
import { withoutContacts } from './without-contacts.js';

/**
 * A complaint as the operator complained of sees it: the copy that was served on it, and what it has said and done
 * itself. No contact, no review, no opinion, no draft, no document of others.
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
  const notice = state.documents.find(({ kind, service }) => kind === 'D05' && service);
  return {
    id: registration.complaintId,
    number: registration.number,
    revision,
    office: registration.office,
    phase: state.phase,
    channel: registration.channel,
    receivedAt: registration.receivedAt,
    acceptedAt: isDecided(state) ? state.decision.decidedAt : undefined,
    servedAt: servedOnRespondentAt(state),
    complainants: await Promise.all(
      registration.complainants.map(async ({ subject, name }) => ({
        name: await view.masked(name, maskName),
        representative: (state.representatives ?? registration.representatives).includes(subject),
      })),
    ),
    respondent: registration.respondent,
    contract: registration.contract,
    facts: masked(await view.text(registration.facts)),
    claims: registration.claims.map(({ kind, details }) => ({ kind, ...details })),
    evidence: masked(await view.deep(registration.evidence)),
    notice: notice && masked(await noticeView(notice, view)),
    responsible: side?.responsible,
    investigations: await view.deep(side?.investigations ?? []),
    ...(isDecided(state)
      ? { reply: await view.deep(state.reply), replyOverdueAt: state.replyOverdueAt }
      : {}),
  };
}

/** The notice as it was served: what must be answered, and by when. */
async function noticeView(
  { number, issuedAt, contents, service }: CaseDocument,
  view: PersonalView,
): Promise<object> {
  return { number, issuedAt, contents: await view.deep(contents), servedBy: service?.method };
}
