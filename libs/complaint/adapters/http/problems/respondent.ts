import type { ProblemCatalogue } from '#platform/http';
import { from, list, reread, words } from './words.js';

export const RESPONDENT_PROBLEMS = {
  'operator-not-known': {
    status: 422,
    title: words('没有该经营者', 'There is no such operator'),
    detail: from(
      ({ operator }) => `编号 ${list(operator)} 不在已登记的经营者之中。`,
      ({ operator }) => `"${list(operator)}" is none of the operators of this installation.`,
    ),
    remedy: words('请核对经营者编号，或请管理员登记。', 'Check the id, or ask the administrator to add it.'),
  },
  'not-the-respondent': {
    status: 403,
    title: words('只有被投诉人可以办理', 'Only the operator complained of can do this'),
    remedy: reread,
  },
  'respondent-investigators-too-few': {
    status: 422,
    title: words('调查须由两名以上人员进行', 'An investigation takes at least two people'),
    detail: from(
      ({ investigators }) => `调查人员：${list(investigators)}。`,
      ({ investigators }) => `Investigators: ${list(investigators)}.`,
    ),
    remedy: words('请由两名以上人员调查并记录。', 'Have two people investigate, and record it.'),
  },
} as const satisfies ProblemCatalogue<string>;
