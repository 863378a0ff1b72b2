import type { ProblemCatalogue } from '#platform/http';
import { from, list, words } from './words.js';

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
} as const satisfies ProblemCatalogue<string>;
