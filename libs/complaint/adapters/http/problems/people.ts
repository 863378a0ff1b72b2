import type { ProblemCatalogue } from '#platform/http';
import { another, from, list, reread, words } from './words.js';

export const PEOPLE_PROBLEMS = {
  'agent-for-nobody-in-the-case': {
    status: 422,
    title: words('委托人不是本案投诉人', 'The agent acts for nobody in this case'),
    remedy: words(
      '请从案件的 complainants 中选择委托人的 subject。',
      'Take the `subject` of those he acts for from the complainants of the case.',
    ),
  },
  'agent-has-no-power': {
    status: 422,
    title: words('授权委托书未载明权限', 'The power of attorney states no power'),
    remedy: words('请写明委托权限。', 'State what the agent may do (G53).'),
  },
  'agent-not-found': {
    status: 404,
    title: words('本案没有该代理人', 'The case has no such agent'),
    remedy: reread,
  },
  'agent-already-revoked': {
    status: 409,
    title: words('委托已解除', "The agent's authority has ended already"),
    detail: from(
      ({ revokedAt }) => `解除时间为 ${list(revokedAt)}。`,
      ({ revokedAt }) => `It ended at ${list(revokedAt)}.`,
    ),
    remedy: reread,
  },
  'not-a-joint-complaint': {
    status: 409,
    title: words('不是共同投诉', 'This is not a joint complaint'),
    detail: from(
      ({ complainants }) => `投诉人 ${list(complainants)} 名；四人以上为共同投诉。`,
      ({ complainants }) => `It has ${list(complainants)} complainants; four or more make it joint.`,
    ),
    remedy: words('请由投诉人本人或其代理人办理。', 'Let the complainants or their agents act themselves.'),
  },
  'consent-of-all-missing': {
    status: 422,
    title: words('须经全体投诉人同意', 'Every complainant has to consent'),
    detail: from(
      ({ complainants, consented }) => `投诉人 ${list(complainants)} 名，已同意 ${list(consented)} 名。`,
      ({ complainants, consented }) => `${list(consented)} of ${list(complainants)} have consented.`,
    ),
    remedy: words(
      '更换代表人、放弃请求、和解和撤回须经全体同意。',
      'Changing representatives, waiving, settling and withdrawing need the consent of all (G53).',
    ),
  },
  'recusal-not-found': {
    status: 404,
    title: words('没有该回避申请', 'There is no such request to stand aside'),
    remedy: reread,
  },
  'recusal-already-requested': {
    status: 409,
    title: words('已申请该人员回避', 'It has been asked already that this person stand aside'),
    remedy: words(
      '请等待决定；已回避的无需再申请。',
      'Wait for the decision; who stands aside already need not be asked.',
    ),
  },
  'recusal-already-decided': {
    status: 409,
    title: words('回避申请已作出决定', 'The request has been decided already'),
    remedy: reread,
  },
  'recusal-decided-by-the-person': {
    status: 403,
    title: words('被申请回避人不得自己决定', 'Whom it concerns does not decide it'),
    remedy: another,
  },
  'recusal-decided-by-who-asked': {
    status: 403,
    title: words('申请登记人不得自己决定', 'Who recorded the request does not decide it'),
    remedy: another,
  },
  'record-about-oneself': {
    status: 403,
    title: words('不得登记有关自己的事项', 'Nobody makes a record about himself'),
    remedy: words(
      '自行回避请以 the-person 申请；其他事项请由另一人登记。',
      'Ask to stand aside yourself as `the-person`; let another person record anything else (H17).',
    ),
  },
  'recused-from-case': {
    status: 403,
    title: words('已回避本案', 'You stand aside from this case'),
    remedy: another,
  },
  'recused-cannot-handle': {
    status: 422,
    title: words('回避人员不得承办', 'Who stands aside cannot handle the case'),
    detail: from(
      ({ recused }) => `已回避：${list(recused)}。`,
      ({ recused }) => `Standing aside: ${list(recused)}.`,
    ),
    remedy: words('请指定其他人员。', 'Name somebody else.'),
  },
} as const satisfies ProblemCatalogue<string>;
