import { type Instant } from '#kernel';
import type { Context } from '../case/context.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import {
  currentDocument,
  isDecided,
  type DecidedComplaint,
  type RegisteredComplaint,
} from '../case/state.js';
import type { CaseDocument, ServiceRecord } from '../documents/documents.js';
import { checkService } from '../documents/service.js';
import { checkReceipt } from '../intake/register.js';
import { checkEnd } from '../pauses/pausing.js';
import { servedOnRespondentAt } from '../respondent/side.js';
import type { CorrectableRecord, CorrectedFields, Target } from './facts.js';
import { documentOf, pauseOf } from './records.js';

/** @param is everything that can be corrected of the record, as it would stand */
type Check = (
  state: RegisteredComplaint,
  target: Target,
  is: CorrectedFields,
  context: Context,
) => ComplaintRefusal | null;

/** A corrected moment fits between what came before it and what came after it. */
function between(
  field: string,
  at: Instant,
  [notBefore = at, ...later]: readonly (Instant | undefined)[],
  context: Context,
): ComplaintRefusal | null {
  const [notAfter] = later.flatMap((one) => one ?? []).toSorted();
  const contradicts = notAfter !== undefined && at > notAfter;
  return (
    checkWhen(field, at, notBefore, context) ??
    (contradicts ? no('correction-contradicts', { field, at, notAfter }) : null)
  );
}

/** G31, G32: the deposit pays for a travel agency only; a signed decision on it is not taken back by a correction. */
function kindCanChange(state: RegisteredComplaint, is: CorrectedFields): ComplaintRefusal | null {
  const { kind } = state.registration.respondent;
  const right = is.respondent?.kind;
  const signature = isDecided(state) ? state.deposit?.signature : undefined;
  return signature && right !== undefined && right !== kind
    ? no('deposit-decided-by-kind', { kind: kind ?? null, signedAt: signature.signedAt })
    : null;
}

const registration: Check = (state, _, is, context) => {
  const { receivedAt = '', claims = [], complainants = [] } = is;
  const { registeredAt, origin, claims: known, receivedAt: was } = state.registration;
  if (origin && receivedAt !== was) return no('record-reaches-another-office', { office: origin.office });
  const subjects = state.registration.complainants.map(({ subject }) => subject);
  const stranger = complainants.find(({ subject }) => !subjects.includes(subject));
  if (stranger) return no('complainant-not-in-case', { subject: stranger.subject });
  const kinds = (of: typeof known) => of.map(({ kind }) => kind).join();
  if (kinds(claims) !== kinds(known))
    return no('claims-are-others', { kinds: known.map(({ kind }) => kind) });
  return (
    kindCanChange(state, is) ??
    checkReceipt(receivedAt, context) ??
    between('receivedAt', receivedAt, [undefined, registeredAt], context)
  );
};

/** What was answered, or came back, came after it. */
function followed(
  state: RegisteredComplaint,
  { kind, service: served, inPlaceOf }: CaseDocument,
): readonly (Instant | undefined)[] {
  if (!isDecided(state) || inPlaceOf !== undefined) return [];
  if (kind === 'D07' || kind === 'D08') return [state.concludedAt];
  if (kind !== 'D05') return [];
  const opened = servedOnRespondentAt(state) === served?.servedAt;
  return [state.reply?.receivedAt, ...(opened ? betweenTheParties(state) : [])];
}

/** Nothing between the parties comes before the notice to the respondent (G24, G27). */
function betweenTheParties({
  settlements = [],
  mediation,
}: DecidedComplaint): readonly (Instant | undefined)[] {
  const { failure } = mediation ?? {};
  return [
    ...settlements.flatMap(({ report, signature }) => [report.reportedAt, signature?.signedAt]),
    mediation?.openedAt,
    mediation?.agreement?.agreedAt,
    // That the time for mediation was over was found by nobody's act.
    ...(failure?.reason === 'term-over' ? [] : [failure?.failedAt]),
  ];
}

const service: Check = (state, target, { servedAt = '', method }, context) => {
  const document = documentOf(state, target);
  if (!document?.service) return null;
  const { kind, sentAt, issuedAt } = document;
  const office = isDecided(state) ? state.decision.receiverOffice : undefined;
  const isLetter = kind === 'D07' || kind === 'D08';
  // What was dispatched before is at the other office since then, whenever it was signed for.
  if (office !== undefined && isLetter && sentAt === undefined)
    return no('record-reaches-another-office', { office });
  // Whether it was served before the days of the publication were over cannot be told apart any more.
  if (document.publication) return no('record-does-not-stand', { published: true });
  return (
    between('servedAt', servedAt, [sentAt ?? issuedAt, ...followed(state, document)], context) ??
    checkService(document, { ...document.service, servedAt, method } as ServiceRecord)
  );
};

const attempt: Check = (state, target, { attemptedAt = '' }, context) => {
  const { issuedAt, service: served, publication } = documentOf(state, target) ?? {};
  return between('attemptedAt', attemptedAt, [issuedAt, served?.servedAt, publication?.publishedAt], context);
};

const reply: Check = (state, _, { receivedAt = '' }, context) =>
  between('receivedAt', receivedAt, [currentDocument(state, 'D05')?.service?.servedAt], context);

const pause: Check = (state, target, { startedAt = '', until }, context) => {
  const decidedAt = isDecided(state) ? state.decision.decidedAt : undefined;
  return (
    between('startedAt', startedAt, [decidedAt, pauseOf(state, target)?.endedAt], context) ??
    checkEnd(state, startedAt, until)
  );
};

const pauseEnd: Check = (state, target, { endedAt = '' }, context) =>
  between('endedAt', endedAt, [pauseOf(state, target)?.startedAt], context);

/** What a record must hold to stand in its case, corrected: the same that it had to hold when it was made. */
export const CHECKS: Readonly<Record<CorrectableRecord, Check>> = {
  ComplaintRegistered: registration,
  DocumentServed: service,
  ServiceAttempted: attempt,
  RespondentReplied: reply,
  CasePaused: pause,
  CaseResumed: pauseEnd,
};
