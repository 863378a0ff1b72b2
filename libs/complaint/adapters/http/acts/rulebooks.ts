import { IsCode, IsText, MayBeMissing } from '#platform/http';
import { GOVERNS, type Governs } from '#rulebook';
import type { RulebooksCommands } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** All the rulebooks under which the case runs from now on; without `overlay`, no local rule. */
export class RulebookMigrationDto {
  @IsText({ max: 40 }) internal: string;
  @IsText({ max: 40 }) statutory: string;
  @MayBeMissing() @IsText({ max: 40 }) overlay?: string;
  @MayBeMissing() @IsCode(GOVERNS) procedure?: Governs;
  @IsText({ max: LONG_TEXT }) reason: string;
}

/** Moving an open case to other rulebooks. */
export const rulebooksRoutes = {
  MoveToRulebooks: {
    tag: 'procedure',
    path: 'rulebook-migration',
    right: 'complaint.move-to-rulebooks',
    summary: 'Move an open case to other rulebooks, or to their present versions',
    body: RulebookMigrationDto,
  },
} as const satisfies CaseRoutes<RulebooksCommands>;
