import { IsList, IsText, NoFields, IsPerson } from '#platform/http';
import type { FilingCommands } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

export class HandlersDto {
  @IsList({ min: 1, max: 10 }) @IsPerson({ each: true }) handlers: string[];
}

export class FilingRequestDto {
  @IsText({ max: LONG_TEXT }) report: string;
}

const tag = 'procedure';

/** Handlers and the filing. */
export const filingRoutes = {
  AssignHandlers: {
    tag,
    path: 'handlers',
    right: 'complaint.assign-handlers',
    summary: 'Give the file to its handlers (G10)',
    body: HandlersDto,
  },
  RequestFiling: {
    tag,
    path: 'filing-request',
    right: 'complaint.request-filing',
    summary: 'Report for filing (G14)',
    body: FilingRequestDto,
  },
  ApproveFiling: {
    tag,
    path: 'filing-approval',
    right: 'complaint.approve-filing',
    summary: 'Approve the filing (G14)',
    body: NoFields,
  },
} as const satisfies CaseRoutes<FilingCommands>;
