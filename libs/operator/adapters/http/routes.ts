import type { Action } from '#identity';
import { NoFields, type ActRoute, type DtoClass } from '#platform/http';
import type { InputOf, SaidType } from '../../use-cases/index.js';
import {
  AcceptanceNoticeDto,
  ArchiveDto,
  AssignmentDto,
  CorrectionDto,
  DestructionReasonDto,
  DirectInvestigationDto,
  DirectSupplementDto,
  InternalMediationDto,
  OutcomeDto,
} from './bodies.dto.js';

/** How an act on a direct complaint is reached, and which right it needs. */
export interface DirectRoute<Body extends object = object> extends ActRoute<Body> {
  readonly right: Action;
}

/** A look at the contact answers the contact: it has a controller of its own. */
type Apart = 'DiscloseContact';

/** How everything that people of an operator do to a direct complaint is reached. */
export const DIRECT_ROUTES = {
  NotifyAcceptance: {
    path: 'acceptance-notices',
    right: 'operator.notify-acceptance',
    summary: 'Record what the complainant was told: accepted, declined, or what is missing (B04)',
    body: AcceptanceNoticeDto,
  },
  ReceiveSupplement: {
    path: 'supplements',
    right: 'operator.receive-supplement',
    summary: 'Record what the complainant supplied (B04)',
    body: DirectSupplementDto,
  },
  AssignCase: {
    path: 'responsible',
    right: 'operator.assign',
    summary: 'Name the person responsible (B05)',
    body: AssignmentDto,
  },
  RecordInvestigation: {
    path: 'investigations',
    right: 'operator.investigate',
    summary: 'Record an investigation by at least two people (B10)',
    body: DirectInvestigationDto,
  },
  MediateInternally: {
    path: 'internal-mediations',
    right: 'operator.mediate',
    summary: "Record headquarters' mediation with a branch; it has no legal effect (A24)",
    body: InternalMediationDto,
  },
  RecordOutcome: {
    path: 'outcome',
    right: 'operator.record-outcome',
    summary: 'Record the written outcome (B11)',
    body: OutcomeDto,
  },
  ArchiveCase: {
    path: 'archive',
    right: 'operator.archive',
    summary: 'Put the file into the archive, for two years at the least (B12)',
    body: ArchiveDto,
  },
  ProposeDestruction: {
    path: 'destruction-proposal',
    right: 'operator.propose-destruction',
    summary: 'Propose that the file be destroyed, once its term has run out (A16)',
    body: DestructionReasonDto,
  },
  RefuseDestruction: {
    path: 'destruction-refusal',
    right: 'operator.decide-destruction',
    summary: 'Refuse to destroy the file: it stays in the archive (A16)',
    body: DestructionReasonDto,
  },
  ApproveDestruction: {
    path: 'destruction-approval',
    right: 'operator.decide-destruction',
    summary: 'Approve that the file be destroyed, as a second person (A16)',
    body: NoFields,
  },
  CorrectRecord: {
    path: 'corrections',
    right: 'operator.correct',
    summary: 'Put a record right by a new entry with its reason (H17)',
    body: CorrectionDto,
  },
} as const satisfies {
  readonly [Type in Exclude<SaidType, Apart>]: DirectRoute & { readonly body: DtoClass<InputOf<Type>> };
};
