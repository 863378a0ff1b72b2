import { v5 as uuidv5 } from 'uuid';
import type { PausesCommands } from '../../domain/index.js';
import { sealEach } from '../sealing.js';
import { wording, type Saying, type Wordings } from './wording.js';

/** What each side agreed to or asked for, in clear: the number or description of its letter. */
interface AgreementsInput {
  readonly complainant?: string;
  readonly respondent?: string;
}

/** A test that both parties agreed to, in clear. */
export interface AppraisalInput {
  readonly body: string;
  readonly matter: string;
  readonly agreements: AgreementsInput;
  readonly startedAt?: string;
}

/** A request of both parties to wait, in clear. */
export interface PartiesPauseInput {
  readonly agreements: AgreementsInput;
  readonly startedAt?: string;
  readonly until: string;
}

type End = Saying<PausesCommands['ResumeAfterAppraisal'], 'report'>;

export const pausesWording = {
  PauseForAppraisal: wording(
    async ({ matter, agreements, ...input }: AppraisalInput, { seal, request }) => ({
      ...input,
      pauseId: uuidv5('pause', request.commandId),
      matter: await seal('pause.matter', matter),
      agreements: await sealEach(seal, 'pause.agreement', { ...agreements }),
    }),
    'startedAt',
  ),
  ResumeAfterAppraisal: wording(
    async ({ report, ...input }: End, { seal }) => ({ ...input, report: await seal('pause.report', report) }),
    'endedAt',
  ),
  PauseAtPartiesRequest: wording(
    async ({ agreements, ...input }: PartiesPauseInput, { seal, request }) => ({
      ...input,
      pauseId: uuidv5('pause', request.commandId),
      agreements: await sealEach(seal, 'pause.agreement', { ...agreements }),
    }),
    'startedAt',
  ),
  ResumeAtPartiesRequest: wording(
    async ({ report, ...input }: End, { seal }) => ({ ...input, report: await seal('pause.report', report) }),
    'endedAt',
  ),
} satisfies Wordings<PausesCommands>;
