import { v5 as uuidv5 } from 'uuid';
import type { ClosingCommands, Performance, ReopeningCause } from '../../domain/index.js';
import { sealAll } from '../sealing.js';
import { wording, type Wordings } from './wording.js';

/** The closing form in clear (结案审批表, D20). */
export interface ClosingInput {
  readonly summary: string;
  readonly result: string;
  readonly performance?: Performance;
  readonly performanceNote?: string;
  readonly annexes: readonly string[];
}

export interface ReopeningInput {
  readonly reopenedAt?: string;
  readonly cause: ReopeningCause;
  readonly reason: string;
  readonly department: string;
  readonly person: string;
}

export const closingWording = {
  RequestClosing: wording(
    async ({ summary, result, performance, performanceNote: note, annexes }: ClosingInput, { seal }) => ({
      summary: await seal('closing.summary', summary),
      result: await seal('closing.result', result),
      ...(performance ? { performance } : {}),
      ...(note ? { performanceNote: await seal('closing.performance', note) } : {}),
      annexes: await sealAll(seal, 'closing.annex', annexes),
    }),
  ),
  ApproveClosing: wording(async ({ opinion }: { readonly opinion?: string }, { seal, request }) => ({
    ...(opinion ? { opinion: await seal('closing.opinion', opinion) } : {}),
    followUpId: uuidv5('follow-up', request.commandId),
  })),
  ReturnClosing: wording(async ({ reason }: { readonly reason: string }, { seal }) => ({
    reason: await seal('closing.return-reason', reason),
  })),
  ReopenCase: wording(
    async ({ reason, ...reopening }: ReopeningInput, { seal }) => ({
      ...reopening,
      reason: await seal('reopening.reason', reason),
    }),
    'reopenedAt',
  ),
} satisfies Wordings<ClosingCommands>;
