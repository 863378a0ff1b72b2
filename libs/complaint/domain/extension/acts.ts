import { all, type Acts } from '../case/act.js';
import type { Context } from '../case/context.js';
import { DISPOSED, OPEN_CASE } from '../case/phases.js';
import type { RegisteredComplaint } from '../case/state.js';
import { isHandler } from '../filing/filing.js';
import type { ExtensionCommands } from './commands.js';
import {
  answerExtension,
  canBeAnswered,
  eachTermThatCanBeLonger,
  openExtensions,
  requestExtension,
  someTermCanBeLonger,
  type Answering,
} from './extending.js';

/** What was granted in time can be told after the case has been disposed of. */
const ANSWERABLE = [...OPEN_CASE, ...DISPOSED] as const;

/** Each request that waits, and what stands against this person answering it in this way. */
const each = (by: Answering) => (state: RegisteredComplaint, context: Context) =>
  openExtensions(state).map((asked) => ({
    parameters: { extensionId: asked.extensionId },
    refusal: canBeAnswered(state, asked, by, context),
  }));

const answering = <By extends Answering>(by: By) => ({
  from: ANSWERABLE,
  to: ['same'] as const,
  each: each(by),
  decide: answerExtension(by),
});

export const extensionActs: Acts<ExtensionCommands> = {
  RequestExtension: {
    from: OPEN_CASE,
    to: ['same'],
    guard: all(isHandler, someTermCanBeLonger),
    each: eachTermThatCanBeLonger,
    decide: requestExtension,
  },
  AnswerExtension: { by: 'superior', ...answering('superior') },
  DecideExtension: answering('head'),
  RecordExtensionAnswer: answering('letter'),
};
