import type { JurisdictionCommands } from '../../domain/index.js';
import { wording, type Wordings } from './wording.js';

export const jurisdictionWording = {
  SeekDesignation: wording(
    async ({ other, reason }: { readonly other?: string; readonly reason: string }, { seal }) => ({
      other,
      reason: await seal('designation.sought', reason),
    }),
  ),
  DesignateJurisdiction: wording(
    async ({ office, reason }: { readonly office: string; readonly reason: string }, { seal }) => ({
      office,
      reason: await seal('designation.reason', reason),
    }),
  ),
} satisfies Wordings<JurisdictionCommands>;
