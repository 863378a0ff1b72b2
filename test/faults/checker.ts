import { clocksEndOnce } from './checks/clocks.js';
import {
  acknowledgedIsDurable,
  nothingFromNowhere,
  oneEffectPerKey,
  oneWinnerPerRevision,
} from './checks/commands.js';
import { numbersRun } from './checks/numbers.js';
import { everythingInOrder, listsAreRebuilt, nothingChanged } from './checks/order.js';
import type { History, Violation } from './history.js';

/** What is promised, each with its check. One line here adds a promise. */
const PROMISES: readonly ((history: History) => Violation[])[] = [
  acknowledgedIsDurable,
  nothingFromNowhere,
  everythingInOrder,
  oneEffectPerKey,
  oneWinnerPerRevision,
  nothingChanged,
  listsAreRebuilt,
  clocksEndOnce,
  numbersRun,
];

/** Compares what clients were told, and readers saw, with what is there in the end. Empty: every promise was kept. */
export function checkHistory(history: History): Violation[] {
  return PROMISES.flatMap((promise) => promise(history));
}
