import type { ProblemCatalogue } from '#platform/http';
import { from, list, reread, words } from './words.js';

export const SETTLEMENT_PROBLEMS = {
  'respondent-not-served': {
    status: 409,
    title: words('尚未向被投诉人送达受理通知书', 'The respondent has not been served yet'),
    remedy: words(
      '请先送达受理通知书（被投诉人）。',
      'Serve the notice of acceptance on the respondent first (G16).',
    ),
  },
  'settlement-not-reported': {
    status: 409,
    title: words('没有已报告的和解', 'No settlement has been reported'),
    remedy: words('请先登记当事人的和解报告。', "Record the parties' report first (G24)."),
  },
  'settlement-already-reported': {
    status: 409,
    title: words('已有和解报告', 'A settlement has been reported already'),
    detail: from(
      ({ reportedAt }) => `报告时间为 ${list(reportedAt)}。`,
      ({ reportedAt }) => `It was reported at ${list(reportedAt)}.`,
    ),
    remedy: reread,
  },
  'settlement-opinion-missing': {
    status: 422,
    title: words('未附投诉人书面意见', "The complainant's written opinion is missing"),
    remedy: words(
      '请附上投诉人对和解的书面意见（先上传附件，再在 opinionAttachment 中填写其编号）。',
      'Attach what the complainant has written about the settlement, and name the file in opinionAttachment.',
    ),
  },
  'settlement-not-signed': {
    status: 409,
    title: words('和解协议尚未由双方签字', 'The settlement is not signed by both sides'),
    remedy: words('请在双方签字后登记。', 'Record it when both sides have signed (G26).'),
  },
  'settlement-already-signed': {
    status: 409,
    title: words('和解协议已签字', 'The settlement has been signed already'),
    detail: from(
      ({ signedAt }) => `签字时间为 ${list(signedAt)}。`,
      ({ signedAt }) => `It was signed at ${list(signedAt)}.`,
    ),
    remedy: reread,
  },
  'settlement-payment-day-missing': {
    status: 422,
    title: words('未写明付款期限', 'The day of payment is missing'),
    remedy: words(
      '有付款内容的，请写明最后付款日。',
      'Where something is to be paid, name the last day of payment (G26).',
    ),
  },
} as const satisfies ProblemCatalogue<string>;
