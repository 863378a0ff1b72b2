import type { OutcomeCommands } from '../../domain/index.js';
import { wording, type Saying, type Wordings } from './wording.js';

export const outcomeWording = {
  IssueRuling: wording(
    async (
      { ruling, grounds, ...rest }: Saying<OutcomeCommands['IssueRuling'], 'ruling' | 'grounds'>,
      { seal },
    ) => ({
      ...rest,
      ruling: await seal('ruling.text', ruling),
      grounds: await seal('ruling.grounds', grounds),
    }),
    'decidedAt',
  ),
  TerminateMediation: wording(
    async (
      { course, reason, ...rest }: Saying<OutcomeCommands['TerminateMediation'], 'course' | 'reason'>,
      { seal },
    ) => ({
      ...rest,
      course: await seal('termination.course', course),
      reason: await seal('termination.reason', reason),
    }),
    'terminatedAt',
  ),
} satisfies Wordings<OutcomeCommands>;
