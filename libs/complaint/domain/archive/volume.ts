import { dayInChina, type Instant } from '#kernel';
import type { ComplaintEvent, ComplaintEventType, ComplaintFacts } from '../case/events.js';
import type { DocumentKind } from '../documents/documents.js';
import type { VolumeItem, VolumeKind } from './facts.js';

/** An event with the moment at which it happened. */
export interface Happened {
  readonly event: ComplaintEvent;
  readonly happenedAt: Instant;
}

type Piece = Omit<VolumeItem, 'place' | 'on'>;
/** What has been drawn up so far, by document id. */
type Drafts = ReadonlyMap<string, DocumentKind>;
type Filing<Data> = (data: Data, drafts: Drafts) => Piece | readonly Piece[] | null;

const one =
  (kind: VolumeKind): Filing<unknown> =>
  () => ({ kind });
/** It happens to the case and leaves no paper. */
const nothing: Filing<unknown> = () => null;

/** A paper with what came along with it. */
function withEvidence(kind: VolumeKind, count: number): Piece[] {
  return [{ kind }, ...(count > 0 ? [{ kind: 'evidence' as const, count }] : [])];
}

/** What each event puts into the volume: does not compile while one is missing. */
const FILED: { readonly [Type in ComplaintEventType]: Filing<ComplaintFacts[Type]> } = {
  ComplaintRegistered: ({ number, evidence }) => [
    { kind: 'complaint', number },
    ...(evidence.length > 0 ? [{ kind: 'evidence' as const, count: evidence.length }] : []),
  ],
  ChainOverrunForeseen: nothing,
  ChainOverrunAverted: nothing,
  ReviewBegun: nothing,
  SupplementRequested: nothing,
  SupplementReceived: ({ items }) => ({ kind: 'supplement', count: items.length }),
  SupplementOverdue: nothing,
  PreliminaryReviewCompleted: one('review'),
  ReviewReturned: one('review-return'),
  AcceptanceDecided: one('decision'),
  HandlersAssigned: nothing,
  CaseFilingRequested: one('filing-report'),
  CaseFiled: one('filing-approval'),
  DocumentDrafted: nothing,
  DocumentIssued: ({ documentId, number }, drafts) => {
    const kind = drafts.get(documentId);
    return kind === undefined ? null : { kind, number };
  },
  DocumentSent: nothing,
  DocumentServed: ({ service }) => ({ kind: 'service-record', number: service.receipt }),
  ServiceAttempted: one('service-attempt'),
  DocumentPublished: ({ publication }) => ({ kind: 'publication', number: publication.reference }),
  ServiceReceiptFiled: one('receipt'),
  OralNoticeRecorded: one('oral-notice'),
  RespondentReplied: ({ evidence }) => withEvidence('reply', evidence.length),
  RespondentReplyOverdue: one('silence'),
  RespondentIdentified: nothing,
  RespondentAssigned: nothing,
  RespondentInvestigationRecorded: ({ evidence }) =>
    withEvidence('respondent-investigation', evidence.length),
  InvestigationOpened: one('investigators'),
  PersonSummoned: one('summons'),
  InvestigationCommissioned: one('commission'),
  DisputePointsIdentified: ({ points }) => ({ kind: 'dispute-points', count: points.length }),
  InvestigationRecorded: one('investigation-record'),
  FactsEstablished: one('facts'),
  SettlementReported: one('settlement-report'),
  SettlementSigned: one('settlement-signatures'),
  SettlementChecked: one('settlement-check'),
  SettlementReportOverdue: one('settlement-silence'),
  MediationRequested: one('mediation-request'),
  MediationOpened: one('mediation-opening'),
  MediationSessionCalled: nothing,
  MediationSessionHeld: one('mediation-record'),
  MediationAgreed: one('mediation-agreement'),
  MediationFailed: one('mediation-failure'),
  RulingIssued: one('ruling'),
  MediationTerminated: one('termination'),
  DepositEligibilityAssessed: one('deposit-assessment'),
  DepositDecisionSubmitted: one('deposit-submission'),
  DepositDecisionReturned: one('deposit-return'),
  DepositDecisionSigned: one('deposit-signature'),
  EvidenceAttached: () => ({ kind: 'evidence', count: 1 }),
  AttachmentStruck: one('struck-evidence'),
  ReferralReported: one('referral-report'),
  TransferResultReceived: one('transfer-result'),
  TransferClosed: one('transfer-closing'),
  JurisdictionDetermined: one('jurisdiction'),
  DesignationSought: one('designation-request'),
  JurisdictionDesignated: one('designation'),
  ReceivingCaseOpened: nothing,
  TransferReceiptReceived: ({ number }) => ({ kind: 'transfer-receipt', number }),
  ReportedToReferrer: one('report'),
  ReferralReportReturned: one('report-return'),
  ReportReturned: one('report-return'),
  HandoverReturned: one('handover-return'),
  ReturnedToSender: one('handover-return'),
  ReferralRecalled: one('recall'),
  CaseRecalled: one('recall'),
  CaseReassigned: one('reassignment'),
  HandoverWithdrawn: one('handover-withdrawal'),
  MoreTimeRequestReceived: one('more-time-request'),
  MoreTimeRequested: one('more-time-request'),
  MoreTimeDecided: one('more-time-answer'),
  MoreTimeAnswered: one('more-time-answer'),
  RecordCorrected: one('correction'),
  ExtensionRequested: one('extension-request'),
  ExtensionApproved: ({ letter: number }) => ({
    kind: 'extension-answer',
    ...(number === undefined ? {} : { number }),
  }),
  ExtensionRefused: ({ letter: number }) => ({
    kind: 'extension-answer',
    ...(number === undefined ? {} : { number }),
  }),
  CaseUrged: one('urge'),
  UrgeAnswered: one('urge-answer'),
  ClaimsWaived: one('waiver'),
  ComplaintWithdrawn: one('withdrawal'),
  CaseFilingRevoked: ({ evidence }) => withEvidence('revocation', evidence.length),
  ImmediateActionRecorded: one('immediate-action'),
  EnforcementLeadCreated: one('enforcement-lead'),
  NonCooperationRecorded: one('non-cooperation'),
  ComplaintLinked: nothing,
  ComplaintUnlinked: nothing,
  ResponsibilityRecorded: one('responsibility'),
  ClosingRequested: ({ annexes }) => [
    { kind: 'closing-form' },
    ...(annexes.length > 0 ? [{ kind: 'annex' as const, count: annexes.length }] : []),
  ],
  ClosingApproved: one('closing-approval'),
  ClosingReturned: one('closing-return'),
  CaseClosed: nothing,
  CaseReopened: one('reopening'),
  RulebookMigrated: one('rulebook-migration'),
  CaseArchived: nothing,
  DestructionProposed: nothing,
  DestructionApproved: nothing,
  CaseDestroyed: nothing,
  ContactDisclosed: nothing,
  CallbackPromised: one('call-promise'),
  CallbackRequired: nothing,
  CallbackNotPossible: nothing,
  CallbackAssigned: nothing,
  CallAttempted: one('call-attempt'),
  NextDeadlineAnnounced: one('next-deadline'),
  CallbackCompleted: one('call-record'),
  CallbackCancelled: ({ end }) => (end === 'not-reached' ? { kind: 'call-given-up' } : null),
  ReopeningOffered: nothing,
  ReopeningOfferTaken: nothing,
  ReopeningDeclined: one('reopening-refusal'),
  AgentAuthorised: one('power-of-attorney'),
  AgentRevoked: one('agent-revocation'),
  RepresentativesElected: one('representatives'),
  RecusalRequested: one('recusal-request'),
  RecusalDecided: one('recusal-decision'),
  CasePaused: ({ reason }) => ({ kind: reason === 'expert-appraisal' ? 'appraisal' : 'parties-request' }),
  CaseResumed: one('pause-end'),
  ClockStarted: nothing,
  ClockReminded: nothing,
  ClockPaused: nothing,
  ClockResumed: nothing,
  ClockRescheduled: nothing,
  ClockNotMoved: nothing,
  ClockReassessed: nothing,
  ConsequenceWithdrawn: nothing,
  ClockDelayAnnounced: nothing,
  ClockMet: nothing,
  ClockMissed: nothing,
  ClockCancelled: nothing,
  Escalated: nothing,
};

/** The table of contents of a case's volume as far as its history goes (卷内目录, G38, D21). */
export function volumeOf(history: readonly Happened[]): VolumeItem[] {
  const drafts = new Map<string, DocumentKind>();
  const pieces = history.flatMap(({ event, happenedAt }) => {
    if (event.type === 'DocumentDrafted') drafts.set(event.data.documentId, event.data.kind);
    const file = FILED[event.type] as Filing<ComplaintEvent['data']>;
    const on = dayInChina(happenedAt);
    return [file(event.data, drafts) ?? []].flat().map((piece) => ({ ...piece, on }));
  });
  return pieces.map((piece, index) => ({ place: index + 1, ...piece }));
}
