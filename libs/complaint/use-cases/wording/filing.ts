import type { FilingCommands } from '../../domain/index.js';
import { nothing, wording, type Wordings } from './wording.js';

export const filingWording = {
  AssignHandlers: wording(({ handlers }: { readonly handlers: readonly string[] }) => ({ handlers })),
  RequestFiling: wording(async ({ report }: { readonly report: string }, { seal }) => ({
    report: await seal('filing.report', report),
  })),
  ApproveFiling: nothing,
} satisfies Wordings<FilingCommands>;
