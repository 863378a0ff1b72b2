import { all, type Acts, type Transition } from '../case/act.js';
import { OPEN_CASE } from '../case/phases.js';
import { isHandler } from '../filing/filing.js';
import type { PausesCommands } from './commands.js';
import { isNotPaused, isPaused, pause, resume, someClockKnows } from './pausing.js';

/** A pause recorded late can show that the time for mediation was not over. */
const MEDIATION_GOES_ON = {
  'mediation-failed': ['same', 'facts-established', 'mediating'],
} as const satisfies Transition['to'];

export const pausesActs: Acts<PausesCommands> = {
  PauseForAppraisal: {
    from: OPEN_CASE,
    to: MEDIATION_GOES_ON,
    guard: all(isHandler, someClockKnows('expert-appraisal'), isNotPaused('expert-appraisal')),
    decide: (state, data, context) => pause(state, { reason: 'expert-appraisal', ...data }, context),
  },
  ResumeAfterAppraisal: {
    from: OPEN_CASE,
    to: ['same'],
    guard: all(isHandler, isPaused('expert-appraisal')),
    decide: (state, data, context) => resume(state, 'expert-appraisal', data, context),
  },
  PauseAtPartiesRequest: {
    from: OPEN_CASE,
    to: MEDIATION_GOES_ON,
    guard: all(isHandler, someClockKnows('parties-request'), isNotPaused('parties-request')),
    decide: (state, { until, ...data }, context) =>
      pause(state, { reason: 'parties-request', ...data, endsOn: until }, context),
  },
  ResumeAtPartiesRequest: {
    from: OPEN_CASE,
    to: ['same'],
    guard: all(isHandler, isPaused('parties-request')),
    decide: (state, data, context) => resume(state, 'parties-request', data, context),
  },
};
