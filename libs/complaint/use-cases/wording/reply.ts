import type { ReplyCommands } from '../../domain/index.js';
import { sealAll, sealEach } from '../sealing.js';
import { wording, type Wordings } from './wording.js';

/** A written answer in clear (G18, A10). */
export interface ReplyInput {
  readonly receivedAt?: string;
  readonly parts: {
    readonly cause?: string;
    readonly verificationProcess?: string;
    readonly factsAndEvidence?: string;
    readonly liability?: string;
    readonly proposedHandling?: string;
  };
  readonly evidence: readonly string[];
  readonly attachments?: readonly string[];
}

export const replyWording = {
  RecordReply: wording(
    async ({ receivedAt, parts, evidence, attachments }: ReplyInput, { seal }) => ({
      receivedAt,
      parts: await sealEach(seal, 'reply', {
        cause: parts.cause,
        'verification-process': parts.verificationProcess,
        'facts-and-evidence': parts.factsAndEvidence,
        liability: parts.liability,
        'proposed-handling': parts.proposedHandling,
      }),
      evidence: await sealAll(seal, 'reply.evidence', evidence),
      ...(attachments === undefined ? {} : { attachments }),
    }),
    'receivedAt',
  ),
} satisfies Wordings<ReplyCommands>;
