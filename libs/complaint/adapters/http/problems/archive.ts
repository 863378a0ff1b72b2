import type { ProblemCatalogue } from '#platform/http';
import { another, from, list, words } from './words.js';

export const ARCHIVE_PROBLEMS = {
  'closing-form-needed': {
    status: 409,
    title: words('已立案的案件须先结案', 'A filed case is archived after its closing'),
    remedy: words('请先报请结案。', 'Ask for the closing first (G37).'),
  },
  'clocks-still-run': {
    status: 409,
    title: words('案中尚有期限在计算', 'Clocks of the case still run'),
    detail: from(
      ({ clocks }) => `期限：${list(clocks)}。`,
      ({ clocks }) => `Clocks: ${list(clocks)}.`,
    ),
    remedy: words('请先办理这些事项。', 'Do first what they wait for.'),
  },
  'issued-documents-unserved': {
    status: 422,
    title: words('有已签发而未送达的文书', 'Something that was issued has not been served'),
    detail: from(
      ({ numbers }) => `文号：${list(numbers)}。`,
      ({ numbers }) => `Numbers: ${list(numbers)}.`,
    ),
    remedy: words('请补录送达，或在 unserved 中说明原因。', 'Record its service, or say why in `unserved`.'),
  },
  'complainant-not-told': {
    status: 422,
    title: words(
      '尚未书面告知投诉人案件去向',
      'The complainant has not been told in writing where the case went',
    ),
    detail: from(
      ({ kind }) => `所缺文书：${list(kind)}。`,
      ({ kind }) => `What is missing: ${list(kind)}.`,
    ),
    remedy: words(
      '请制作、签发并送达移送（转办）告知书，或在 unserved 中说明原因。',
      'Draft, issue and serve the notice of a transfer or referral, or say why not in `unserved`.',
    ),
  },
  'retention-class-unknown': {
    status: 422,
    title: words('本局没有该保管期限', 'The office has no such class of retention'),
    detail: from(
      ({ classes }) => `本局的保管期限：${list(classes)}。`,
      ({ classes }) => `Its classes: ${list(classes)}.`,
    ),
    remedy: words('请选用其中之一，或不填。', 'Take one of them, or none.'),
  },
  'volume-still-kept': {
    status: 409,
    title: words('保管期限未满', 'The term of retention is not over'),
    detail: from(
      ({ keptUntil }) => (keptUntil === null ? '永久保管。' : `保管至 ${list(keptUntil)}。`),
      ({ keptUntil }) =>
        keptUntil === null ? 'It is kept for ever.' : `It is kept until ${list(keptUntil)}.`,
    ),
    remedy: words('期满后方可提出销毁。', 'Nothing is destroyed before that day is over.'),
  },
  'destruction-already-proposed': {
    status: 409,
    title: words('已提出销毁', 'The destruction has been proposed already'),
    remedy: words('请等待审批。', 'Wait for its approval.'),
  },
  'destruction-not-proposed': {
    status: 409,
    title: words('尚未提出销毁', 'Nobody has proposed the destruction'),
    remedy: words('请先由另一人提出。', 'Let another person propose it first (A16).'),
  },
  'destruction-approver-is-proposer': {
    status: 403,
    title: words('提出销毁的人不得自己审批', 'Who proposed the destruction does not approve it'),
    remedy: another,
  },
  'destruction-not-approved': {
    status: 409,
    title: words('销毁尚未批准', 'The destruction has not been approved'),
    remedy: words('请先审批。', 'Have it approved first.'),
  },
  'case-destroyed': {
    status: 409,
    title: words('卷宗已销毁', 'The volume is destroyed'),
    detail: from(
      ({ approvedAt }) => `销毁批准时间为 ${list(approvedAt)}。`,
      ({ approvedAt }) => `Its destruction was approved at ${list(approvedAt)}.`,
    ),
    remedy: words('仅可查阅其经过和目录。', 'Only its course and its table of contents can still be read.'),
  },
} as const satisfies ProblemCatalogue<string>;
