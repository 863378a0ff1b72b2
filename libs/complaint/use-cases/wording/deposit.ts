import { v5 as uuidv5 } from 'uuid';
import type { DepositCommands } from '../../domain/index.js';
import { wording, type Saying, type Wordings } from './wording.js';

export const depositWording = {
  AssessDepositEligibility: wording(
    async (
      { reasons, ...rest }: Saying<DepositCommands['AssessDepositEligibility'], 'reasons'>,
      { seal },
    ) => ({
      ...rest,
      reasons: await seal('deposit.assessment', reasons),
    }),
  ),
  SubmitDepositDecision: wording(
    async (
      {
        decision,
        ...rest
      }: Omit<Saying<DepositCommands['SubmitDepositDecision'], 'decision'>, 'submissionId'>,
      { seal, request },
    ) => ({
      ...rest,
      submissionId: uuidv5('deposit-decision', request.commandId),
      decision: await seal('deposit.decision', decision),
    }),
  ),
  ReturnDepositDecision: wording(async ({ reason }: { readonly reason: string }, { seal }) => ({
    reason: await seal('deposit.return-reason', reason),
  })),
  SignDepositDecision: wording((said: DepositCommands['SignDepositDecision']) => said, 'signedAt'),
} satisfies Wordings<DepositCommands>;
