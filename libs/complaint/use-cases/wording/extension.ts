import { v5 as uuidv5 } from 'uuid';
import type { ExtensionCommands } from '../../domain/index.js';
import type { Seal } from '../cases.js';
import { wording, type Saying, type Wordings } from './wording.js';

type Asked = Omit<Saying<ExtensionCommands['RequestExtension'], 'reason'>, 'extensionId'>;

/** An answer in clear. */
type Answer = Omit<ExtensionCommands['AnswerExtension'], 'reason'> & { readonly reason?: string };
type Letter = Answer & { readonly letter: string };

async function sealed({ reason, ...input }: Answer, seal: Seal) {
  return { ...input, ...(reason ? { reason: await seal('extension.answer', reason) } : {}) };
}

export const extensionWording = {
  RequestExtension: wording(
    async ({ reason, ...input }: Asked, { seal, request }) => ({
      ...input,
      extensionId: uuidv5('extension', request.commandId),
      reason: await seal('extension.reason', reason),
    }),
    'requestedAt',
  ),
  AnswerExtension: wording((input: Answer, { seal }) => sealed(input, seal), 'decidedAt'),
  DecideExtension: wording((input: Answer, { seal }) => sealed(input, seal), 'decidedAt'),
  RecordExtensionAnswer: wording(
    async ({ letter, ...input }: Letter, { seal }) => ({ ...(await sealed(input, seal)), letter }),
    'decidedAt',
  ),
} satisfies Wordings<ExtensionCommands>;
