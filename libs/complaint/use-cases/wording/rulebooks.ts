import type { PinnedRulebooks, RulebooksCommands } from '../../domain/index.js';
import { wording, type Wordings } from './wording.js';

export const rulebooksWording = {
  MoveToRulebooks: wording(
    async ({ reason, ...to }: PinnedRulebooks & { readonly reason: string }, { seal }) => ({
      to,
      reason: await seal('rulebooks.reason', reason),
    }),
  ),
} satisfies Wordings<RulebooksCommands>;
