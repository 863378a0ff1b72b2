import { v5 as uuidv5 } from 'uuid';
import type { SettlementCommands } from '../../domain/index.js';
import { wording, type Saying, type Wordings } from './wording.js';

/** A report of a settlement, in clear. */
export type SettlementInput = Omit<
  Saying<SettlementCommands['ReportSettlement'], 'terms'>,
  'settlementId' | 'complainantOpinion'
> & { readonly complainantOpinion?: string };

export const settlementWording = {
  ReportSettlement: wording(
    async ({ terms, complainantOpinion, ...rest }: SettlementInput, { seal, request }) => ({
      ...rest,
      settlementId: uuidv5('settlement', request.commandId),
      terms: await seal('settlement.terms', terms),
      ...(complainantOpinion
        ? { complainantOpinion: await seal('settlement.complainant-opinion', complainantOpinion) }
        : {}),
    }),
    'reportedAt',
  ),
  SignSettlement: wording((said: SettlementCommands['SignSettlement']) => said, 'signedAt'),
  CheckSettlement: wording(
    async ({ finding, ...rest }: Saying<SettlementCommands['CheckSettlement'], 'finding'>, { seal }) => ({
      ...rest,
      finding: await seal('settlement.finding', finding),
    }),
    'checkedAt',
  ),
} satisfies Wordings<SettlementCommands>;
