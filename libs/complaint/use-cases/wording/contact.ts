import type { ContactCommands } from '../../domain/index.js';
import { wording, type Wordings } from './wording.js';

export const contactWording = {
  DiscloseContact: wording(
    async ({ subject, purpose }: { readonly subject: string; readonly purpose: string }, { seal }) => ({
      subject,
      purpose: await seal('disclosure.purpose', purpose),
    }),
  ),
} satisfies Wordings<ContactCommands>;
