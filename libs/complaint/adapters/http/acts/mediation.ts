import { IsBoolean } from 'class-validator';
import {
  IsCode,
  IsDay,
  IsFen,
  IsInstant,
  IsList,
  IsText,
  MayBeMissing,
  Nested,
  IsPerson,
} from '#platform/http';
import {
  MEDIATION_FAILURES,
  PARTIES,
  type MediationCommands,
  type MediationFailure,
  type Party,
} from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** The time running out is no person's to say. */
const FAILURES = MEDIATION_FAILURES.filter((reason) => reason !== 'term-over');

export class MediationRequestDto {
  @IsCode(PARTIES) party: Party;
  @MayBeMissing() @IsInstant() requestedAt?: string;
}

export class MediationDto {
  @IsList({ min: 1, max: 5 }) @IsPerson({ each: true }) mediators: string[];
  @MayBeMissing() @IsInstant() openedAt?: string;
}

/** When and where the parties are called to (调解通知书, D12). */
export class SessionCallDto {
  @IsInstant() appointedFor: string;
  @IsText({ max: 300 }) place: string;
}

/** What each side said. */
export class PositionsDto {
  @MayBeMissing() @IsText({ max: LONG_TEXT }) complainant?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) respondent?: string;
}

/** A session with its record (调解笔录, G28). */
export class SessionDto {
  @MayBeMissing() @IsInstant() heldAt?: string;
  @IsText({ max: 300 }) place: string;
  @IsList({ max: 2 }) @IsCode(PARTIES, { each: true }) present: Party[];
  @IsText({ max: LONG_TEXT }) proposals: string;
  @Nested(() => PositionsDto) positions: PositionsDto;
}

/** What both sides agreed to and signed; money in 分, the complainants by their `subject` in the case. */
export class AgreementDto {
  @MayBeMissing() @IsInstant() agreedAt?: string;
  @IsText({ max: LONG_TEXT }) terms: string;
  @IsFen() amountFen: number;
  @MayBeMissing() @IsDay() payBy?: string;
  @IsList({ max: 200 }) @IsText({ max: 100, each: true }) complainants: string[];
  @IsBoolean() respondent: boolean;
}

export class MediationFailureDto {
  @IsCode(FAILURES) reason: Exclude<MediationFailure, 'term-over'>;
  @IsText({ max: LONG_TEXT }) note: string;
  @MayBeMissing() @IsInstant() failedAt?: string;
}

const tag = 'mediation';

/** The office mediates between the parties. */
export const mediationRoutes = {
  RequestMediation: {
    tag,
    path: 'mediation-requests',
    right: 'complaint.mediate',
    summary: 'Record that a party asks for mediation (G27)',
    body: MediationRequestDto,
  },
  OpenMediation: {
    tag,
    path: 'mediation',
    right: 'complaint.mediate',
    summary: 'Open mediation, once the facts are established (G27, G28)',
    body: MediationDto,
  },
  CallSession: {
    tag,
    path: 'mediation-calls',
    right: 'complaint.mediate',
    summary: 'Call the parties to a session (G28)',
    body: SessionCallDto,
    status: 201,
  },
  HoldSession: {
    tag,
    path: 'mediation-sessions',
    right: 'complaint.mediate',
    summary: 'Record a session: proposals and positions (G28)',
    body: SessionDto,
    status: 201,
  },
  AgreeMediation: {
    tag,
    path: 'mediation-agreement',
    right: 'complaint.mediate',
    summary: 'Record what both sides agreed to (G29)',
    body: AgreementDto,
  },
  FailMediation: {
    tag,
    path: 'mediation-failure',
    right: 'complaint.mediate',
    summary: 'Record that mediation has failed, and why (G30, G57)',
    body: MediationFailureDto,
  },
} as const satisfies CaseRoutes<MediationCommands>;
