import type { ArchiveCommands } from '../../domain/index.js';
import { wording, type Wordings } from './wording.js';

/** Archiving draws the contents from the history, and approving a destruction destroys keys: handlers of their own. */
export const archiveWording = {
  ProposeDestruction: wording(async ({ reason }: { readonly reason: string }, { seal }) => ({
    reason: await seal('destruction.reason', reason),
  })),
} satisfies Wordings<Pick<ArchiveCommands, 'ProposeDestruction'>>;
