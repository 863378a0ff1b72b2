import type { ProblemCatalogue } from '#platform/http';
import { from, list, reread, words } from './words.js';

export const REPLY_PROBLEMS = {
  'reply-not-awaited': {
    status: 409,
    title: words('尚未向被投诉人送达受理通知书', 'The respondent has not been served yet'),
    remedy: words(
      '请先送达受理通知书（被投诉人）。',
      'Serve the notice of acceptance on the respondent first (G16).',
    ),
  },
  'reply-already-received': {
    status: 409,
    title: words('书面答复已登记', 'The reply has been recorded already'),
    remedy: reread,
  },
  'reply-incomplete': {
    status: 422,
    title: words('书面答复内容不全', 'The reply does not state all it must'),
    detail: from(
      ({ missing }) => `缺少：${list(missing)}。`,
      ({ missing }) => `Missing: ${list(missing)}.`,
    ),
    remedy: words(
      '请要求被投诉人补足后登记。',
      'Ask the respondent for the missing parts, then record the reply.',
    ),
  },
} as const satisfies ProblemCatalogue<string>;
