import { IsText } from '#platform/http';
import type { SupervisionCommands } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import { OnlyReasonDto } from './handover.js';
import { OfficeChoiceDto } from './jurisdiction.js';
import type { CaseRoutes } from './route.js';

export class UrgeDto {
  @IsText({ max: LONG_TEXT }) text: string;
}

export class UrgeAnswerDto {
  @IsText({ max: LONG_TEXT }) answer: string;
}

const tag = 'offices';

/** What a superior office does about a lower office's case. */
export const supervisionRoutes = {
  UrgeCase: {
    tag,
    path: 'urges',
    right: 'complaint.urge',
    summary: 'As a superior office, urge a case on (催办)',
    body: UrgeDto,
  },
  AnswerUrge: {
    tag,
    path: 'urge-answer',
    right: 'complaint.answer-urge',
    summary: 'Answer what the superior office urged',
    body: UrgeAnswerDto,
  },
  RecallCase: {
    tag,
    path: 'recall',
    right: 'complaint.recall',
    summary: 'As a superior office, take a case up (提级)',
    body: OnlyReasonDto,
  },
  ReassignCase: {
    tag,
    path: 'reassignment',
    right: 'complaint.reassign',
    summary: 'As a superior office, give a case to another lower office (改派)',
    body: OfficeChoiceDto,
  },
} as const satisfies CaseRoutes<SupervisionCommands>;
