import { v5 as uuidv5 } from 'uuid';
import type { CallbacksCommands } from '../../domain/index.js';
import { wording, type Saying, type Told, type Wordings } from './wording.js';

/** A call that is promised or required, in clear. */
type Setting<Type extends 'PromiseCallback' | 'RequireCallback'> = Omit<
  Saying<CallbacksCommands[Type], 'matter'>,
  'callbackId'
>;

const setting = async <Input extends { readonly matter: string }>(input: Input, { seal, request }: Told) => ({
  ...input,
  callbackId: uuidv5('callback', request.commandId),
  matter: await seal('callback.matter', input.matter),
});

export interface AttemptInput extends Omit<CallbacksCommands['RecordCallAttempt'], 'note'> {
  readonly note?: string;
}

export interface CompletionInput extends Omit<
  CallbacksCommands['CompleteCallback'],
  'record' | 'anythingElse'
> {
  readonly record: string;
  readonly anythingElse?: string;
}

export const callbacksWording = {
  PromiseCallback: wording((input: Setting<'PromiseCallback'>, told) => setting(input, told), 'promisedAt'),
  RequireCallback: wording((input: Setting<'RequireCallback'>, told) => setting(input, told)),
  AssignCallback: wording((input: CallbacksCommands['AssignCallback']) => input),
  RecordCallAttempt: wording(
    async ({ note, ...input }: AttemptInput, { seal }) => ({
      ...input,
      ...(note === undefined ? {} : { note: await seal('callback.note', note) }),
    }),
    'attemptedAt',
  ),
  AnnounceNextDeadline: wording(
    async (input: Saying<CallbacksCommands['AnnounceNextDeadline'], 'told'>, { seal }) => ({
      ...input,
      told: await seal('callback.told', input.told),
    }),
    'announcedAt',
  ),
  AnnounceDelay: wording(
    async (
      input: Omit<Saying<CallbacksCommands['AnnounceDelay'], 'told'>, 'callbackId'>,
      { seal, request },
    ) => ({
      ...input,
      callbackId: uuidv5('callback', request.commandId),
      told: await seal('callback.told', input.told),
    }),
    'announcedAt',
  ),
  CompleteCallback: wording(
    async ({ record, anythingElse, ...input }: CompletionInput, { seal }) => ({
      ...input,
      record: await seal('callback.record', record),
      ...(anythingElse === undefined
        ? {}
        : { anythingElse: await seal('callback.anything-else', anythingElse) }),
    }),
    'completedAt',
  ),
  CancelCallback: wording(async (input: Saying<CallbacksCommands['CancelCallback'], 'reason'>, { seal }) => ({
    ...input,
    reason: await seal('callback.cancellation', input.reason),
  })),
  DeclineReopening: wording(
    async (input: Saying<CallbacksCommands['DeclineReopening'], 'reason'>, { seal }) => ({
      ...input,
      reason: await seal('reopening.refusal', input.reason),
    }),
  ),
} satisfies Wordings<CallbacksCommands>;
