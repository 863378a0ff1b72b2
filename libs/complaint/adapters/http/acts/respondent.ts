import { IsText } from '#platform/http';
import type { RespondentCommands } from '../../../domain/index.js';
import type { CaseRoutes } from './route.js';

/** Id of the operator, as the installation's settings name it. */
export class RespondentIdentityDto {
  @IsText({ max: 40 }) operator: string;
}

/** Who the respondent is. */
export const respondentRoutes = {
  IdentifyRespondent: {
    tag: 'procedure',
    path: 'respondent-identity',
    right: 'complaint.identify-respondent',
    summary: 'Say which operator the respondent is: it sees the case once it has been served (G16)',
    body: RespondentIdentityDto,
  },
} as const satisfies CaseRoutes<RespondentCommands>;
