import type { ProblemCatalogue } from '#platform/http';
import { another, from, list, reread, words } from './words.js';

export const DOCUMENTS_PROBLEMS = {
  'document-not-for-this-case': {
    status: 422,
    title: words('本案不用此种文书', 'This kind of document does not belong to the case'),
    remedy: reread,
  },
  'document-not-found': {
    status: 404,
    title: words('案中没有该文书', 'The case has no such document'),
    remedy: words('请核对文书编号。', 'Check the id of the document.'),
  },
  'document-superseded': {
    status: 409,
    title: words('该文书已被新稿取代', 'A later draft has replaced the document'),
    remedy: words('请使用最新一稿。', 'Use the latest draft.'),
  },
  'document-already-issued': {
    status: 409,
    title: words('文书已签发', 'The document has been issued'),
    detail: from(
      ({ number }) => `文号为 ${list(number)}。`,
      ({ number }) => `Its number is ${list(number)}.`,
    ),
    remedy: words('请送达已签发的文书。', 'Serve the document that was issued.'),
  },
  'document-not-issued': {
    status: 409,
    title: words('文书尚未签发', 'The document has not been issued'),
    remedy: words('请先签发。', 'Have it issued first.'),
  },
  'document-already-served': {
    status: 409,
    title: words('文书已送达', 'The document has been served'),
    detail: from(
      ({ servedAt }) => `送达时间为 ${list(servedAt)}。`,
      ({ servedAt }) => `It was served at ${list(servedAt)}.`,
    ),
    remedy: reread,
  },
  'issuer-is-drafter': {
    status: 403,
    title: words('签发人不得是拟稿人', 'Who drafted a document does not issue it'),
    remedy: another,
  },
  'case-not-filed': {
    status: 409,
    title: words('案件尚未立案', 'The case has not been filed'),
    remedy: words(
      '受理通知书应在立案批准后签发。',
      'Notices of acceptance are issued once the filing is approved (G14).',
    ),
  },
  'service-incomplete': {
    status: 422,
    title: words('送达回证不完整', 'The service record is incomplete'),
    detail: from(
      ({ method, missing }) => `送达方式 ${list(method)} 缺少：${list(missing)}。`,
      ({ method, missing }) => `Service "${list(method)}" lacks: ${list(missing)}.`,
    ),
    remedy: words(
      '留置须有见证人，电子送达须经同意，邮寄须先登记交邮。',
      'A document left behind needs witnesses, electronic service consent, mail its posting recorded first.',
    ),
  },
} as const satisfies ProblemCatalogue<string>;
