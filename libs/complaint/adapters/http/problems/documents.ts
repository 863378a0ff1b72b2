import type { ProblemCatalogue } from '#platform/http';
import { another, from, list, reread, words } from './words.js';

export const DOCUMENTS_PROBLEMS = {
  'document-not-for-this-case': {
    status: 422,
    title: words('本案不用此种文书', 'This kind of document does not belong to the case'),
    remedy: reread,
  },
  'document-subject-unknown': {
    status: 422,
    title: words('未指明文书所涉事项', 'What the document is about is not of this case'),
    detail: from(
      ({ subjects }) => `本案可用：${list(subjects)}。`,
      ({ subjects }) => `The case has: ${list(subjects)}.`,
    ),
    remedy: words(
      '请在 about 中指明询问、委托或调解通知；其他文书不填。',
      'Name the summons, commission or session call in `about`; leave it out for other documents.',
    ),
  },
  'document-stays-in-file': {
    status: 409,
    title: words('该文书存卷，不送达', 'The document stays in the file and is not served'),
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
  'draft-before-correction': {
    status: 409,
    title: words('当事人信息在拟稿后已更正', 'The parties were put right after the draft was made'),
    remedy: words('请按更正后的信息重新拟稿。', 'Draft it again: it then names them as they are.'),
  },
  'draft-before-waiver': {
    status: 409,
    title: words('拟稿后投诉人放弃了部分请求', 'Claims were waived after the draft was made'),
    remedy: words('请重新拟稿，只列尚存的请求。', 'Draft it again: it then names the claims that stand.'),
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
  'oral-form-not-in-rulebook': {
    status: 409,
    title: words('适用规则只认书面形式', 'The rules of this case know written notices only'),
    detail: from(
      ({ rulebook }) => `适用规则：${list(rulebook)}。`,
      ({ rulebook }) => `The case follows ${list(rulebook)}.`,
    ),
    remedy: words('请签发并送达书面通知书。', 'Issue the notice and serve it.'),
  },
  'service-incomplete': {
    status: 422,
    title: words('送达回证不完整', 'The service record is incomplete'),
    detail: from(
      ({ method, missing }) => `送达方式 ${list(method)} 缺少：${list(missing)}。`,
      ({ method, missing }) => `Service "${list(method)}" lacks: ${list(missing)}.`,
    ),
    remedy: words(
      '拒收和留置须有见证人或者影像，电子送达须经同意，委托送达须写明受托单位，邮寄须先登记交邮。',
      'Refusal and leaving behind need witnesses or film, electronic service consent, entrusted service the name of who serves, mail its posting recorded first.',
    ),
  },
  'attempt-contradicts-method': {
    status: 422,
    title: words('未送达的情形与送达方式不符', 'An attempt in this way of service cannot end so'),
    detail: from(
      ({ method, outcome }) => `送达方式：${list(method)}；情形：${list(outcome)}。`,
      ({ method, outcome }) => `Way of service: ${list(method)}; outcome: ${list(outcome)}.`,
    ),
    remedy: words('请核对送达方式和情形。', 'Check the way of service and what came of it.'),
  },
  'publication-is-for-parties': {
    status: 422,
    title: words('公告送达只适用于当事人', 'Only a document to a party is served by publication'),
    remedy: words('发给单位的文书请直接送达。', 'Serve a document to an office directly.'),
  },
  'publication-needs-failed-attempts': {
    status: 409,
    title: words('公告前应以其他方式送达', 'Publication is the last resort'),
    detail: from(
      ({ failed, needed }) => `已试过并未找到受送达人的方式：${list(failed)}；至少需要 ${list(needed)} 种。`,
      ({ failed, needed }) =>
        `Ways tried that did not find the addressee: ${list(failed)}; at least ${list(needed)} are needed.`,
    ),
    remedy: words(
      '请先以其他方式送达，并登记未送达的情形；拒收的应留置送达。',
      'Try other ways of service and record how they failed; where it was refused, leave it behind.',
    ),
  },
  'publication-has-no-term': {
    status: 409,
    title: words('本案规则集没有公告期限', 'The rulebooks of the case have no term of publication'),
    remedy: words('请用其他方式送达。', 'Serve it in another way.'),
  },
  'document-already-published': {
    status: 409,
    title: words('文书已公告', 'The document has been published'),
    detail: from(
      ({ publishedAt }) => `公告时间为 ${list(publishedAt)}。`,
      ({ publishedAt }) => `It was published at ${list(publishedAt)}.`,
    ),
    remedy: reread,
  },
  'document-deemed-served': {
    status: 409,
    title: words(
      '公告期满，文书已视为送达',
      'The days of publication are over: the document counts as served',
    ),
    detail: from(
      ({ servedAt }) => `视为送达的时间为 ${list(servedAt)}。`,
      ({ servedAt }) => `It counts as served at ${list(servedAt)}.`,
    ),
    remedy: reread,
  },
  'document-not-served': {
    status: 409,
    title: words('文书尚未送达', 'The document has not been served'),
    remedy: words('请先登记送达。', 'Record its service first.'),
  },
  'receipt-already-filed': {
    status: 409,
    title: words('送达回证已归卷', 'The receipt is on file already'),
    remedy: reread,
  },
} as const satisfies ProblemCatalogue<string>;
