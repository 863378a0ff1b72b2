import type { EndingCommands, RevocationGround, WithdrawalForm } from '../../domain/index.js';
import { sealAll } from '../sealing.js';
import { wording, type Wordings } from './wording.js';

/** What complainants say who take their complaint back. */
export interface WithdrawalInput {
  readonly declaredAt?: string;
  readonly form: WithdrawalForm;
  /** Subjects of the complainants who declared it or agreed. */
  readonly consents: readonly string[];
  readonly statement?: string;
}

export interface RevocationInput {
  readonly revokedAt?: string;
  readonly ground: RevocationGround;
  readonly evidence: readonly string[];
  readonly reason: string;
}

export interface ImmediateActionInput {
  readonly actedAt?: string;
  readonly facts: string;
  readonly measure: string;
  readonly result: string;
}

export const endingWording = {
  WithdrawComplaint: wording(
    async ({ statement, ...withdrawal }: WithdrawalInput, { seal }) => ({
      ...withdrawal,
      ...(statement ? { statement: await seal('withdrawal.statement', statement) } : {}),
    }),
    'declaredAt',
  ),
  RevokeFiling: wording(
    async ({ revokedAt, ground, evidence, reason }: RevocationInput, { seal }) => ({
      revokedAt,
      ground,
      evidence: await sealAll(seal, 'revocation.evidence', evidence),
      reason: await seal('revocation.reason', reason),
    }),
    'revokedAt',
  ),
  RecordImmediateAction: wording(
    async ({ actedAt, facts, measure, result }: ImmediateActionInput, { seal }) => ({
      actedAt,
      facts: await seal('immediate-action.facts', facts),
      measure: await seal('immediate-action.measure', measure),
      result: await seal('immediate-action.result', result),
    }),
    'actedAt',
  ),
} satisfies Wordings<EndingCommands>;
