import type { ProblemCatalogue } from './catalogue.js';
import { correctTime, from, list, reread, words } from './words.js';

/** What anything with phases and a history can be refused for, whatever its business. */
export const MATTER_PROBLEMS = {
  'action-not-in-this-phase': {
    status: 409,
    title: words('案件目前的阶段不能办理此事项', 'The case is not in a phase in which this can be done'),
    detail: from(
      ({ phase, possibleIn }) => `当前阶段：${list(phase)}；可办理的阶段：${list(possibleIn)}。`,
      ({ phase, possibleIn }) => `It is in "${list(phase)}"; this can be done in: ${list(possibleIn)}.`,
    ),
    remedy: reread,
  },
  'happened-in-the-future': {
    status: 422,
    title: words('时间在将来', 'The time lies in the future'),
    detail: from(
      ({ field, at, now }) => `${list(field)} 为 ${list(at)}，现在是 ${list(now)}。`,
      ({ field, at, now }) => `${list(field)} is ${list(at)}; it is now ${list(now)}.`,
    ),
    remedy: correctTime,
  },
  'happened-too-early': {
    status: 422,
    title: words('时间早于其前提', 'The time lies before what must have come first'),
    detail: from(
      ({ field, at, notBefore }) => `${list(field)} 为 ${list(at)}，不得早于 ${list(notBefore)}。`,
      ({ field, at, notBefore }) => `${list(field)} is ${list(at)}; it cannot be before ${list(notBefore)}.`,
    ),
    remedy: correctTime,
  },
  'disclosure-of-another-day': {
    status: 409,
    title: words('这是另一天的查看记录', 'The recorded look is of another day'),
    remedy: words('请用新的 Idempotency-Key 重新申请查看。', 'Ask again with a new Idempotency-Key.'),
  },
} as const satisfies ProblemCatalogue<string>;

/** Codes that have their words here. */
export type MatterCode = keyof typeof MATTER_PROBLEMS;
