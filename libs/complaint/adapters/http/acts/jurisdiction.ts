import { IsText, MayBeMissing } from '#platform/http';
import type { JurisdictionCommands } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

export class DesignationRequestDto {
  /** Id of the office that the dispute is with. */
  @MayBeMissing() @IsText({ max: 40 }) other?: string;
  @IsText({ max: LONG_TEXT }) reason: string;
}

/** An office of this installation, and why. */
export class OfficeChoiceDto {
  @IsText({ max: 40 }) office: string;
  @IsText({ max: LONG_TEXT }) reason: string;
}

const tag = 'offices';

/** Whose case it is. */
export const jurisdictionRoutes = {
  SeekDesignation: {
    tag,
    path: 'designation-request',
    right: 'complaint.seek-designation',
    summary: 'Ask the common superior whose case it is (G50)',
    body: DesignationRequestDto,
  },
  DesignateJurisdiction: {
    tag,
    path: 'designation',
    right: 'complaint.designate',
    summary: 'As a superior office, say whose case it is (指定管辖, G50)',
    body: OfficeChoiceDto,
  },
} as const satisfies CaseRoutes<JurisdictionCommands>;
