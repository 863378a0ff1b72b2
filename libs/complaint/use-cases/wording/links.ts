import type { LinksCommands } from '../../domain/index.js';
import { wording, type Wordings } from './wording.js';

export interface UnlinkInput {
  readonly linkId: string;
  readonly reason: string;
}

export const linksWording = {
  UnlinkComplaint: wording(async ({ linkId, reason }: UnlinkInput, { seal }) => ({
    linkId,
    reason: await seal('complaint-link.ended-reason', reason),
  })),
} satisfies Wordings<Omit<LinksCommands, 'LinkComplaint' | 'LinkComplaints'>>;
