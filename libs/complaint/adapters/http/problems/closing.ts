import type { ProblemCatalogue } from '#platform/http';
import { another, from, list, words } from './words.js';

export const CLOSING_PROBLEMS = {
  'closing-form-not-needed': {
    status: 409,
    title: words('未立案的案件不需要结案审批', 'A case that was never filed needs no closing form'),
    remedy: words('请直接归档。', 'Archive it as it is (A14).'),
  },
  'closing-before-notice': {
    status: 409,
    title: words('应送达的文书尚未送达', 'What ends the case has not been served yet'),
    detail: from(
      ({ kind }) => `文书：${list(kind)}。`,
      ({ kind }) => `Document: ${list(kind)}.`,
    ),
    remedy: words('请先送达该文书，再报请结案。', 'Serve it first, then ask for the closing.'),
  },
  'closing-form-incomplete': {
    status: 422,
    title: words('结案审批表不完整', 'The closing form is incomplete'),
    detail: from(
      ({ missing, way }) => `结案方式为 ${list(way)}，缺少：${list(missing)}。`,
      ({ missing, way }) => `The case ended as "${list(way)}"; missing: ${list(missing)}.`,
    ),
    remedy: words('请填写履行情况。', 'Say how far it has been performed (D20).'),
  },
  'closing-approver-is-author': {
    status: 403,
    title: words('结案报告人不得自己审批', 'Who wrote the closing form neither approves nor returns it'),
    remedy: another,
  },
  'reopening-needs-new-facts': {
    status: 409,
    title: words('没有新的事实不得重新办理', 'What was rejected is heard again only on new facts'),
    remedy: words(
      '有新的事实、理由时，原因请填 new-facts。',
      'With new facts or reasons, give `new-facts` as the cause.',
    ),
  },
} as const satisfies ProblemCatalogue<string>;
