import type { ProblemCatalogue } from '#platform/http';
import { from, list, words } from './words.js';

export const ENDING_PROBLEMS = {
  'revocation-not-in-rulebook': {
    status: 409,
    title: words(
      '适用规则不以此理由撤销立案',
      'The rules of this case do not revoke a filing on this ground',
    ),
    detail: from(
      ({ rulebook, grounds }) => `${list(rulebook)} 规定的撤销理由：${listOrNone(grounds, '无')}。`,
      ({ rulebook, grounds }) =>
        `Grounds of revocation in ${list(rulebook)}: ${listOrNone(grounds, 'none')}.`,
    ),
    remedy: words(
      '可以查明被投诉人无责任，仅就退款进行调解；投诉人也可以自行撤回投诉。',
      'Establish that the respondent is not liable and mediate on the refund only (A13), or let the complainant withdraw.',
    ),
  },
  'revocation-without-proof': {
    status: 422,
    title: words('撤销立案须有证据', 'A filing is revoked on proof only'),
    remedy: words('请列明证据。', 'Name the evidence (G36).'),
  },
  'immediate-action-not-in-rulebook': {
    status: 409,
    title: words('适用规则没有即时处理', 'The rules of this case know no action at once'),
    detail: from(
      ({ rulebook }) => `适用规则：${list(rulebook)}。`,
      ({ rulebook }) => `The case follows ${list(rulebook)}.`,
    ),
    remedy: words('请立案并送达受理通知书。', 'File the case and serve its notices.'),
  },
} as const satisfies ProblemCatalogue<string>;

function listOrNone(value: Parameters<typeof list>[0], none: string): string {
  return Array.isArray(value) && value.length === 0 ? none : list(value);
}
