import { IsInt, Max, Min } from 'class-validator';
import { IsText, MayBeMissing, NoFields } from '#platform/http';
import type { ArchiveCommands } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/**
 * `retention`: one of the office's classes, its usual one when absent. `unserved`: why an issued document never was
 * served, or why the complainant was not told where the case went.
 */
export class ArchivingDto {
  @MayBeMissing() @IsText({ max: 50 }) retention?: string;
  @MayBeMissing() @IsInt() @Min(1) @Max(100_000) pages?: number;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) unserved?: string;
}

export class DestructionProposalDto {
  @IsText({ max: LONG_TEXT }) reason: string;
}

const tag = 'closing';

/** Putting a case away, and the end of its volume. */
export const archiveRoutes = {
  ArchiveCase: {
    tag,
    path: 'archiving',
    right: 'complaint.archive',
    summary: 'Put the case away: one case, one volume (G38)',
    body: ArchivingDto,
  },
  ProposeDestruction: {
    tag,
    path: 'destruction-proposal',
    right: 'complaint.propose-destruction',
    summary: 'Propose that the volume be destroyed after its term (A16)',
    body: DestructionProposalDto,
  },
  ApproveDestruction: {
    tag,
    path: 'destruction-approval',
    right: 'complaint.approve-destruction',
    summary: 'Approve it: the keys of the case and its complainants are destroyed (A16)',
    body: NoFields,
  },
} as const satisfies CaseRoutes<Omit<ArchiveCommands, 'RecordDestruction'>>;
