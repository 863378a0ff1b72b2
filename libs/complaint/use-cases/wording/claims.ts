import type { ClaimsCommands, WithdrawalForm } from '../../domain/index.js';
import { wording, type Wordings } from './wording.js';

/** What complainants say who give up part of what they ask for. */
export interface WaiverInput {
  /** Places in the registered claims, from 0. */
  readonly claims: readonly number[];
  readonly waivedAt?: string;
  readonly form: WithdrawalForm;
  /** Subjects of the complainants, and ids of agents, who waived or agreed. */
  readonly consents: readonly string[];
  readonly statement?: string;
}

export const claimsWording = {
  WaiveClaims: wording(
    async ({ statement, ...waiver }: WaiverInput, { seal }) => ({
      ...waiver,
      ...(statement ? { statement: await seal('waiver.statement', statement) } : {}),
    }),
    'waivedAt',
  ),
} satisfies Wordings<ClaimsCommands>;
