import type { Acts } from '../case/act.js';
import { PHASES } from '../case/state.js';
import { announceDelay, someDelayCanBeAnnounced } from './announcing.js';
import {
  assignCallback,
  callbackCanBeCancelled,
  cancelCallback,
  completeCallback,
  recordCallAttempt,
} from './calling.js';
import type { CallbacksCommands } from './commands.js';
import { declineReopening, declinedByAnother, eachOffer, REOPENABLE } from './following-up.js';
import {
  announceNextDeadline,
  nextDeadlineCanBeAnnounced,
  promiseCallback,
  requireCallback,
} from './promising.js';
import { callerMay, eachOpen } from './standing.js';

/** What starts a term comes before the case is put away: a volume at rest has no clock that runs (G38). */
const NOT_PUT_AWAY = PHASES.filter((phase) => phase !== 'archived');

export const callbacksActs: Acts<CallbacksCommands> = {
  PromiseCallback: { from: NOT_PUT_AWAY, to: ['same'], decide: promiseCallback },
  RequireCallback: { from: NOT_PUT_AWAY, to: ['same'], decide: requireCallback },
  AssignCallback: { from: PHASES, to: ['same'], each: eachOpen(() => null), decide: assignCallback },
  RecordCallAttempt: { from: PHASES, to: ['same'], each: eachOpen(callerMay), decide: recordCallAttempt },
  AnnounceNextDeadline: {
    from: NOT_PUT_AWAY,
    to: ['same'],
    each: eachOpen(nextDeadlineCanBeAnnounced),
    decide: announceNextDeadline,
  },
  AnnounceDelay: {
    from: NOT_PUT_AWAY,
    to: ['same'],
    guard: someDelayCanBeAnnounced,
    decide: announceDelay,
  },
  CompleteCallback: { from: PHASES, to: ['same'], each: eachOpen(callerMay), decide: completeCallback },
  CancelCallback: {
    from: PHASES,
    to: ['same'],
    each: eachOpen(callbackCanBeCancelled),
    decide: cancelCallback,
  },
  DeclineReopening: {
    from: REOPENABLE,
    to: ['same'],
    guard: declinedByAnother,
    each: eachOffer,
    decide: declineReopening,
  },
};
