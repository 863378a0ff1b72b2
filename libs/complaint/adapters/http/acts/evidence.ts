import { IsText } from '#platform/http';
import type { EvidenceCommands } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

export class StrikeDto {
  @IsText({ max: LONG_TEXT }) reason: string;
}

/** What is done to a file that is there. Attaching one stands in `attachments.controller.ts`. */
export const evidenceRoutes = {
  StrikeAttachment: {
    tag: 'evidence',
    path: 'attachments/:attachmentId/strike',
    right: 'attachment.strike',
    summary: 'Strike a file that was attached by mistake: it is shown to nobody, and stays',
    body: StrikeDto,
  },
} as const satisfies CaseRoutes<Omit<EvidenceCommands, 'AttachEvidence'>>;
