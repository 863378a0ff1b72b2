import type { CommandOf, IntakeCommands, SupplementItem } from '../../domain/index.js';
import { nothing, wording, type Saying, type Wordings } from './wording.js';

export const intakeWording = {
  BeginReview: nothing,
  RequestSupplement: wording(
    async ({ items, note }: Saying<IntakeCommands['RequestSupplement'], 'note'>, { seal }) => ({
      items,
      note: await seal('supplement.note', note),
    }),
  ),
  ReceiveSupplement: wording(
    async (
      {
        items,
        note,
        receivedAt,
      }: { readonly items: readonly SupplementItem[]; readonly note?: string; readonly receivedAt?: string },
      { seal },
    ) => ({ items, receivedAt, ...(note ? { note: await seal('supplement.received', note) } : {}) }),
    'receivedAt',
  ),
  CompleteReview: wording(
    async (
      {
        jurisdictionReason: reason,
        ...review
      }: Saying<Omit<IntakeCommands['CompleteReview'], 'jurisdictionReason'>, 'opinion'> & {
        readonly jurisdictionReason?: string;
      },
      { seal },
    ) => ({
      ...review,
      opinion: await seal('review.opinion', review.opinion),
      ...(reason ? { jurisdictionReason: await seal('review.jurisdiction-reason', reason) } : {}),
    }),
  ),
  ReturnReview: wording(async ({ reason }: { readonly reason: string }, { seal }) => ({
    reason: await seal('review.return-reason', reason),
  })),
  DecideAcceptance: wording(
    async (
      decision: Omit<CommandOf<'DecideAcceptance'>['data'], 'opinion'> & { readonly opinion?: string },
      { seal },
    ) => ({
      ...decision,
      opinion: decision.opinion ? await seal('decision.opinion', decision.opinion) : undefined,
    }),
    'decidedAt',
  ),
} satisfies Wordings<IntakeCommands>;
