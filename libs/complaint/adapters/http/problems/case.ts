import type { ProblemCatalogue } from '#platform/http';
import { correctTime, from, list, reread, words } from './words.js';

export const CASE_PROBLEMS = {
  'complaint-not-found': {
    status: 404,
    title: words('没有该投诉', 'There is no such complaint'),
    remedy: words('请核对编号。', 'Check the id.'),
  },
  'complaint-already-registered': {
    status: 409,
    title: words('该投诉已登记', 'The complaint is registered already'),
    detail: from(
      ({ number }) => `登记编号为 ${list(number)}。`,
      ({ number }) => `Its number is ${list(number)}.`,
    ),
    remedy: words('请直接办理已登记的案件。', 'Go on with the case that is registered.'),
  },
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
} as const satisfies ProblemCatalogue<string>;
