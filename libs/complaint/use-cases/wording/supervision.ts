import { v5 as uuidv5 } from 'uuid';
import type { SupervisionCommands } from '../../domain/index.js';
import { withReason, wording, type Wordings } from './wording.js';

export const supervisionWording = {
  UrgeCase: wording(async ({ text }: { readonly text: string }, { seal, request }) => ({
    urgeId: uuidv5('urge', request.commandId),
    text: await seal('urge.text', text),
  })),
  AnswerUrge: wording(async ({ answer }: { readonly answer: string }, { seal }) => ({
    answer: await seal('urge.answer', answer),
  })),
  RecallCase: withReason('recall.reason'),
  ReassignCase: wording(
    async ({ office, reason }: { readonly office: string; readonly reason: string }, { seal }) => ({
      office,
      reason: await seal('reassignment.reason', reason),
    }),
  ),
} satisfies Wordings<SupervisionCommands>;
