import { IsDay, IsInstant, IsText, MayBeMissing, Nested } from '#platform/http';
import type { PausesCommands } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** Number or description of what each side agreed to or asked for in writing; both are needed. */
export class AgreementsDto {
  @MayBeMissing() @IsText({ max: 300 }) complainant?: string;
  @MayBeMissing() @IsText({ max: 300 }) respondent?: string;
}

/** A test by a body that both parties agreed to (G55). */
export class AppraisalDto {
  @IsText({ max: 200 }) body: string;
  @IsText({ max: LONG_TEXT }) matter: string;
  @Nested(() => AgreementsDto) agreements: AgreementsDto;
  @MayBeMissing() @IsInstant() startedAt?: string;
}

/** Both parties ask for time (A09). `until`: the day on which the case goes on by itself. */
export class PartiesPauseDto {
  @Nested(() => AgreementsDto) agreements: AgreementsDto;
  @MayBeMissing() @IsInstant() startedAt?: string;
  @IsDay() until: string;
}

export class PauseEndDto {
  @IsText({ max: LONG_TEXT }) report: string;
  @MayBeMissing() @IsInstant() endedAt?: string;
}

const tag = 'deadlines';

/** Pauses of the case, each with what it rests on. */
export const pausesRoutes = {
  PauseForAppraisal: {
    tag,
    path: 'appraisals',
    right: 'complaint.pause',
    summary: 'Pause for an expert appraisal that both parties agreed to (G55)',
    body: AppraisalDto,
    status: 201,
  },
  ResumeAfterAppraisal: {
    tag,
    path: 'appraisal-end',
    right: 'complaint.pause',
    summary: 'Go on after the appraisal (G55)',
    body: PauseEndDto,
  },
  PauseAtPartiesRequest: {
    tag,
    path: 'parties-pauses',
    right: 'complaint.pause',
    summary: 'Pause at the written request of both parties (A09)',
    body: PartiesPauseDto,
    status: 201,
  },
  ResumeAtPartiesRequest: {
    tag,
    path: 'parties-pause-end',
    right: 'complaint.pause',
    summary: 'Go on before the day that the parties had asked for (A09)',
    body: PauseEndDto,
  },
} as const satisfies CaseRoutes<PausesCommands>;
