import type { ProblemCatalogue } from '#platform/http';
import { from, list, words } from './words.js';

const look = words(
  '请用 GET /v1/rulebooks 查看可用的规则集。',
  'GET /v1/rulebooks shows the rulebooks of this installation.',
);

export const RULEBOOKS_PROBLEMS = {
  'rulebook-not-known': {
    status: 422,
    title: words('没有这个规则集', 'There is no such rulebook'),
    detail: from(
      ({ rulebook }) => `没有规则集 ${list(rulebook)}。`,
      ({ rulebook }) => `There is no rulebook ${list(rulebook)}.`,
    ),
    remedy: look,
  },
  'rulebook-of-another-kind': {
    status: 422,
    title: words('规则集的种类不符', 'The rulebook is of another kind'),
    detail: from(
      ({ rulebook, kind, needed }) => `${list(rulebook)} 是 ${list(kind)}，此处应为 ${list(needed)}。`,
      ({ rulebook, kind, needed }) => `${list(rulebook)} is ${list(kind)}; here it must be ${list(needed)}.`,
    ),
    remedy: look,
  },
  'rulebook-not-in-force': {
    status: 422,
    title: words('规则集不在有效期内', 'The rulebook is not in force'),
    detail: from(
      ({ rulebook, days }) => `${list(rulebook)} 在 ${list(days)} 均无效。`,
      ({ rulebook, days }) => `${list(rulebook)} is in force on none of ${list(days)}.`,
    ),
    remedy: words(
      '请选择收到投诉之日或今日有效的规则集。',
      'Choose one in force on the day of receipt or today.',
    ),
  },
  'rulebook-cannot-govern': {
    status: 422,
    title: words('规则集没有程序规定', 'The rulebook has terms only, and cannot govern the procedure'),
    detail: from(
      ({ rulebook }) => `${list(rulebook)} 只有期限。`,
      ({ rulebook }) => `${list(rulebook)} has terms only.`,
    ),
    remedy: words('请省略 procedure，按法定程序办理。', 'Leave `procedure` out: the law governs then.'),
  },
} as const satisfies ProblemCatalogue<string>;
