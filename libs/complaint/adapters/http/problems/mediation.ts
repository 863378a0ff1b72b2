import type { ProblemCatalogue } from '#platform/http';
import { from, list, words } from './words.js';

/** What can still be done when the office's mediation is over. */
const settle = words(
  '当事人仍可自行和解并报告；否则请依规则办理下一步。',
  'The parties can still settle among themselves and report it; otherwise go on as the rulebook says.',
);

export const MEDIATION_PROBLEMS = {
  'mediation-not-requested': {
    status: 409,
    title: words('当事人未申请调解', 'No party has asked for mediation'),
    remedy: words('请先登记当事人的调解申请。', "Record a party's request first (G27)."),
  },
  'mediator-missing': {
    status: 422,
    title: words('未指定调解人员', 'No mediator is named'),
    remedy: words('请至少指定一名调解人员。', 'Name at least one mediator.'),
  },
  'nobody-present': {
    status: 422,
    title: words('没有当事人到场', 'No party was present'),
    remedy: words(
      '请列明到场当事人；无人到场的不成立调解。',
      'Name who was present: without any party there is no session (G28).',
    ),
  },
  'party-not-called': {
    status: 409,
    title: words('未到场的当事人未收到调解通知', 'A party that was absent had not been called'),
    detail: from(
      ({ uncalled }) => `未送达调解通知书：${list(uncalled)}。`,
      ({ uncalled }) => `Not served with a call: ${list(uncalled)}.`,
    ),
    remedy: words('请先向其送达调解通知书。', 'Serve the call to mediation first (D12).'),
  },
  'session-missing': {
    status: 409,
    title: words('尚无调解笔录', 'No session of mediation is on record'),
    remedy: words('请先登记调解笔录。', 'Record the session first (G28, G29).'),
  },
  'mediation-not-signed': {
    status: 422,
    title: words('被投诉人尚未签字', 'The respondent has not signed'),
    remedy: words('调解协议须由双方签字。', 'Both sides sign the agreement (G29).'),
  },
  'payment-day-missing': {
    status: 422,
    title: words('未写明付款期限', 'The day of payment is missing'),
    remedy: words(
      '有付款内容的，请写明最后付款日。',
      'Where something is to be paid, name the last day of payment (G29).',
    ),
  },
  'mediation-term-over': {
    status: 409,
    title: words('调解期限已满', 'The time for mediation has run out'),
    detail: from(
      ({ dueOn }) => `期限至 ${list(dueOn)} 止。`,
      ({ dueOn }) => `It ended on ${list(dueOn)}.`,
    ),
    remedy: settle,
  },
  'mediation-over': {
    status: 409,
    title: words('调解已经结束', 'Mediation is over'),
    detail: from(
      ({ failedAt }) => `结束时间为 ${list(failedAt)}。`,
      ({ failedAt }) => `It ended at ${list(failedAt)}.`,
    ),
    remedy: settle,
  },
  'failure-contradicts-course': {
    status: 409,
    title: words('失败原因与调解经过不符', 'The reason contradicts the course of mediation'),
    detail: from(
      ({ reason }) => `所列原因：${list(reason)}。`,
      ({ reason }) => `Reason given: ${list(reason)}.`,
    ),
    remedy: words(
      '未达成协议须有调解笔录；已有申请的不得称无人申请。',
      'No agreement needs a session on record; where a party asked, it cannot be that nobody did.',
    ),
  },
} as const satisfies ProblemCatalogue<string>;
