import { IsBoolean } from 'class-validator';
import {
  IsCode,
  IsInstant,
  IsList,
  IsPhone,
  IsText,
  IsUuidLower,
  MayBeMissing,
  IsPerson,
} from '#platform/http';
import {
  AGENT_POWERS,
  RECUSAL_APPLICANTS,
  RECUSAL_GROUNDS,
  type AgentPower,
  type PeopleCommands,
  type RecusalApplicant,
  type RecusalGround,
} from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** An agent with the scope of his power of attorney (G53). */
export class AgentDto {
  @IsList({ min: 1, max: 200 }) @IsUuidLower({ each: true }) principals: string[];
  @IsText({ max: 100 }) name: string;
  @MayBeMissing() @IsPhone() phone?: string;
  @IsList({ min: 1, max: 5 }) @IsCode(AGENT_POWERS, { each: true }) powers: AgentPower[];
  @IsText({ max: 300 }) powerOfAttorney: string;
  @MayBeMissing() @IsInstant() authorisedAt?: string;
}

export class AgentRevocationDto {
  @MayBeMissing() @IsInstant() revokedAt?: string;
}

/** One to three complainants, and everybody who agreed (G53). */
export class RepresentativesDto {
  @IsList({ min: 1, max: 3 }) @IsUuidLower({ each: true }) representatives: string[];
  @IsList({ max: 400 }) @IsUuidLower({ each: true }) consents: string[];
  @MayBeMissing() @IsInstant() electedAt?: string;
}

/** Who is to stand aside, why, and who asks for it (G62). */
export class RecusalRequestDto {
  @IsPerson({ of: 'any-office' }) person: string;
  @IsCode(RECUSAL_GROUNDS) ground: RecusalGround;
  @IsText({ max: LONG_TEXT }) reason: string;
  @IsCode(RECUSAL_APPLICANTS) applicant: RecusalApplicant;
  @MayBeMissing() @IsInstant() requestedAt?: string;
}

export class RecusalDecisionDto {
  @IsBoolean() granted: boolean;
  @IsText({ max: LONG_TEXT }) reason: string;
}

const tag = 'people';

/** Who acts for the complainants, and who of the office must not. */
export const peopleRoutes = {
  AuthoriseAgent: {
    tag,
    path: 'agents',
    right: 'complaint.record-agent',
    summary: 'Record an agent with his authority (G53)',
    body: AgentDto,
    status: 201,
  },
  RevokeAgent: {
    tag,
    path: 'agents/:agentId/revocation',
    right: 'complaint.record-agent',
    summary: "Record that an agent's authority has ended (G53)",
    body: AgentRevocationDto,
  },
  ElectRepresentatives: {
    tag,
    path: 'representatives',
    right: 'complaint.record-representatives',
    summary: 'Record who speaks for a joint complaint, with the consent of all (G53)',
    body: RepresentativesDto,
  },
  RequestRecusal: {
    tag,
    path: 'recusal-requests',
    right: 'complaint.request-recusal',
    summary: 'Ask that somebody of the office stand aside (G62)',
    body: RecusalRequestDto,
    status: 201,
  },
  DecideRecusal: {
    tag,
    path: 'recusal-requests/:recusalId/decision',
    right: 'complaint.decide-recusal',
    summary: 'Decide whether that person stands aside (G62)',
    body: RecusalDecisionDto,
  },
} as const satisfies CaseRoutes<PeopleCommands>;
