import type { ProblemCatalogue } from '#platform/http';
import { from, list, reread, words } from './words.js';

export const EXTENSION_PROBLEMS = {
  'term-not-found': {
    status: 422,
    title: words('本案没有这一期限', 'The case has no such clock'),
    remedy: words('请查看本案期限列表。', "See the list of the case's clocks."),
  },
  'no-term-can-be-longer': {
    status: 409,
    title: words('本案没有可以延长的期限', 'No term of this case can be longer'),
    remedy: words(
      '只有规则集规定可以延长的期限才能申请，如质保金案件的九十日。',
      'Only where a rulebook says so: the ninety days of a deposit case, for one (A11).',
    ),
  },
  'no-extension-in-rulebook': {
    status: 409,
    title: words('适用的规则没有规定这一期限可以延长', 'The rulebook knows no extension of this term'),
    detail: from(
      ({ rulebook, article }) => `${list(rulebook)}：${list(article)}。`,
      ({ rulebook, article }) => `${list(rulebook)}: ${list(article)}.`,
    ),
    remedy: words('请在期限内办结。', 'Finish within the term.'),
  },
  'extension-asked-already': {
    status: 409,
    title: words('已申请延期，尚待批复', 'More time has been asked for and waits for an answer'),
    remedy: words('请等待批复。', 'Wait for the answer.'),
  },
  'extension-granted-already': {
    status: 409,
    title: words('延期次数已用完', 'The term cannot be longer again'),
    detail: from(
      ({ times }) => `规则允许 ${list(times)} 次。`,
      ({ times }) => `The rulebook allows it ${list(times)} time(s).`,
    ),
    remedy: words('请在延长后的期限内办结。', 'Finish within the longer term.'),
  },
  'extension-not-found': {
    status: 404,
    title: words('没有这一延期申请', 'There is no such request for more time'),
    remedy: reread,
  },
  'extension-answered-already': {
    status: 409,
    title: words('已批复', 'It has been answered already'),
    remedy: words('批复不再更改。', 'An answer is not changed.'),
  },
  'extension-ended-by-move': {
    status: 409,
    title: words(
      '案件已改用其他规则，该延期申请已终止',
      'The request ended when the case was moved to other rulebooks',
    ),
    detail: from(
      ({ clock }) => `原申请的期限：${list(clock)}。`,
      ({ clock }) => `It was for ${list(clock)}.`,
    ),
    remedy: words(
      '需要时请按现行规则重新申请。',
      'Ask anew under the rulebooks that govern now, if need be.',
    ),
  },
  'extension-is-for-another-to-grant': {
    status: 409,
    title: words('延期由另一方批准', 'Somebody else grants this extension'),
    detail: from(
      ({ granter }) => `批准方：${GRANTERS[list(granter)]?.zh ?? list(granter)}。`,
      ({ granter }) => `It is granted by ${GRANTERS[list(granter)]?.en ?? list(granter)}.`,
    ),
    remedy: words('请由有权的一方批复。', 'Leave the answer to whom the rulebook names.'),
  },
  'extension-approver-is-author': {
    status: 409,
    title: words('申请人不得自行批复', 'Who asked does not answer'),
    remedy: words('请由他人批复。', 'Somebody else has to.'),
  },
  'superior-answers-itself': {
    status: 409,
    title: words('由上级机构在本系统中自行批复', 'The superior office answers from this installation itself'),
    detail: from(
      ({ office }) => `上级机构：${list(office)}。`,
      ({ office }) => `It is ${list(office)}.`,
    ),
    remedy: words('请等待其批复。', 'Wait for its answer.'),
  },
} as const satisfies ProblemCatalogue<string>;

const GRANTERS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'superior-office': { zh: '上级机构', en: 'a superior office' },
  'office-head': { zh: '本机构负责人', en: 'the head of the own office' },
  referrer: { zh: '转办机构（用 more-time-request）', en: 'the referrer (more-time-request)' },
};
