import type { ProblemCatalogue } from '#platform/http';
import { from, list, reread, words } from './words.js';

export const PAUSES_PROBLEMS = {
  'pause-needs-both-parties': {
    status: 422,
    title: words('中止期限须双方书面同意', 'A pause needs the written agreement of both parties'),
    detail: from(
      ({ missing }) => `缺少：${list(missing)}。`,
      ({ missing }) => `Missing: ${list(missing)}.`,
    ),
    remedy: words('请补充缺少的一方的书面材料。', 'Add what the other side agreed to in writing.'),
  },
  'case-already-paused': {
    status: 409,
    title: words('已因同一事由中止', 'The case is paused for that reason already'),
    detail: from(
      ({ since }) => `自 ${list(since)} 起。`,
      ({ since }) => `Since ${list(since)}.`,
    ),
    remedy: reread,
  },
  'case-not-paused': {
    status: 409,
    title: words('没有因该事由中止', 'The case is not paused for that reason'),
    remedy: reread,
  },
  'pause-ends-before-it-begins': {
    status: 422,
    title: words('中止的截止日不晚于开始日', 'The pause would end no later than it begins'),
    detail: from(
      ({ from: begun, until }) => `开始：${list(begun)}；截止：${list(until)}。`,
      ({ from: begun, until }) => `Begins ${list(begun)}, ends ${list(until)}.`,
    ),
    remedy: words('请核对日期。', 'Correct the days.'),
  },
  'pause-beyond-statutory-time': {
    status: 422,
    title: words('中止不得超过剩余的法定期限', 'The pause is longer than what is left of the statutory time'),
    detail: from(
      ({ until, statutoryDueOn }) => `请求至 ${list(until)}；法定期限届满于 ${list(statutoryDueOn)}。`,
      ({ until, statutoryDueOn }) =>
        `Asked for until ${list(until)}; the statutory term ends on ${list(statutoryDueOn)}.`,
    ),
    remedy: words('请改为不晚于法定期限届满日的日期。', 'Choose a day no later than the end of that term.'),
  },
} as const satisfies ProblemCatalogue<string>;
