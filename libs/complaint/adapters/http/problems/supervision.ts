import type { ProblemCatalogue } from '#platform/http';
import { from, list, words } from './words.js';

export const SUPERVISION_PROBLEMS = {
  'record-of-another-office': {
    status: 403,
    title: words('不得办理其他机构的案件', "This is another office's case"),
    remedy: words(
      '上级机构可以催办、提级、改派或指定管辖。',
      'A superior office can urge it, take it up, give it to another or designate.',
    ),
  },
  'not-a-superior-office': {
    status: 403,
    title: words('只有上级机构可以办理', 'Only an office above the one that has the case may do this'),
    remedy: words('请报请上级机构。', 'Ask a superior office.'),
  },
  'only-the-installation-notes-this': {
    status: 403,
    title: words('由系统自行记录', 'The installation notes this by itself'),
    remedy: words('无需办理。', 'There is nothing to do.'),
  },
  'nothing-urged': {
    status: 409,
    title: words('没有待答复的催办', 'Nothing was urged that is not answered yet'),
    remedy: words('无需答复。', 'There is nothing to answer.'),
  },
  'reassignment-unfit': {
    status: 422,
    title: words('只能改派给另一下级机构', 'A case is given to another office below your own'),
    detail: from(
      ({ office, among }) => `${list(office)} 不合适；下级机构：${list(among)}。`,
      ({ office, among }) => `${list(office)} does not fit; the offices below: ${list(among)}.`,
    ),
    remedy: words(
      '请选择另一下级机构；由本级办理的用提级。',
      'Choose another one; to take it yourself, recall it.',
    ),
  },
} as const satisfies ProblemCatalogue<string>;
