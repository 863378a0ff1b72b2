import { IsInt, Min } from 'class-validator';
import {
  IsCode,
  IsDay,
  IsDivision,
  IsInstant,
  IsText,
  IsUuidLower,
  ListOf,
  MayBeMissing,
  Nested,
} from '#platform/http';
import {
  CHANNELS,
  RESPONDENT_KINDS,
  SERVICE_METHODS,
  type Channel,
  type CorrectionsCommands,
  type RespondentKind,
  type ServiceMethod,
} from '../../../domain/index.js';
import type { CorrectionInput } from '../../../use-cases/index.js';
import { claimOf } from '../claim-of.js';
import { ClaimDto, ComplainantDto, LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** Who somebody is and where to be reached: only what was wrong. */
export class CorrectedComplainantDto extends ComplainantDto {
  @IsUuidLower() subject: string;
}

/** What of the respondent was wrong. */
export class CorrectedRespondentDto {
  @MayBeMissing() @IsText({ max: 200 }) name?: string;
  @MayBeMissing() @IsText({ max: 200 }) place?: string;
  @MayBeMissing() @IsText({ max: 60 }) licence?: string;
  @MayBeMissing() @IsCode(RESPONDENT_KINDS) kind?: RespondentKind;
  /** Of its seat: the code of the administrative division (GB/T 2260). */
  @MayBeMissing() @IsDivision() division?: string;
}

/** What is right; which of these a record holds, the answer says when another is given. */
export class CorrectedFieldsDto {
  /** Of a registration, or of the respondent's answer. */
  @MayBeMissing() @IsInstant() receivedAt?: string;
  @MayBeMissing() @IsCode(CHANNELS) channel?: Channel;
  /** All claims, of the same kinds in the same order. */
  @MayBeMissing() @ListOf(() => ClaimDto, { max: 50 }) claims?: ClaimDto[];
  @MayBeMissing()
  @ListOf(() => CorrectedComplainantDto, { max: 200 })
  complainants?: CorrectedComplainantDto[];
  @MayBeMissing() @Nested(() => CorrectedRespondentDto) respondent?: CorrectedRespondentDto;
  @MayBeMissing() @IsInstant() servedAt?: string;
  @MayBeMissing() @IsCode(SERVICE_METHODS) method?: ServiceMethod;
  @MayBeMissing() @IsInstant() attemptedAt?: string;
  /** Of a pause: when it began, until when it was asked for, when it ended. */
  @MayBeMissing() @IsInstant() startedAt?: string;
  @MayBeMissing() @IsDay() until?: string;
  @MayBeMissing() @IsInstant() endedAt?: string;
}

/** `revision`: place of the record in the history of the case. */
export class RecordCorrectionDto {
  @IsInt() @Min(0) revision: number;
  @Nested(() => CorrectedFieldsDto) changes: CorrectedFieldsDto;
  @IsText({ max: LONG_TEXT }) reason: string;
}

/** Says it in the words of the use case. */
export function correctionOf({ revision, changes, reason }: RecordCorrectionDto): CorrectionInput {
  const { claims, ...is } = changes;
  return { revision, changes: { ...is, ...(claims ? { claims: claims.map(claimOf) } : {}) }, reason };
}

/** What was recorded wrongly. */
export const correctionsRoutes = {
  CorrectRecord: {
    tag: 'corrections',
    path: 'corrections',
    right: 'complaint.correct-record',
    summary: 'Put right what was recorded wrongly, with the reason; nothing is edited (H17)',
    body: RecordCorrectionDto,
    status: 201,
  },
} as const satisfies CaseRoutes<CorrectionsCommands>;
