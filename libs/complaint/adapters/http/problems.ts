import type { JsonObject, JsonValue } from '#kernel';
import type { ProblemCatalogue, Words } from '#platform/http';
import type { ComplaintRefusalCode } from '../../domain/index.js';

const words = (zh: string, en: string): Words => ({ zh, en });
const list = (value: JsonValue | undefined): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value ?? '');
const from =
  (zh: (facts: JsonObject) => string, en: (facts: JsonObject) => string) =>
  (facts: JsonObject): Words =>
    words(zh(facts), en(facts));

const reread = words(
  '请重新读取案件，查看 actions 中现在可以办理的事项。',
  'Read the case again: `actions` says what can be done now.',
);
const another = words('请由另一人办理。', 'Let another person do it.');
const correctTime = words('请核对时间后重新提交。', 'Correct the time and send it again.');

/** What each refusal of a complaint's rules says, in both languages: one line here for each code. */
export const COMPLAINT_PROBLEMS = {
  'complaint-not-found': {
    status: 404,
    title: words('没有该投诉', 'There is no such complaint'),
    remedy: words('请核对编号。', 'Check the id.'),
  },
  'complaint-already-registered': {
    status: 409,
    title: words('该投诉已登记', 'The complaint is registered already'),
    detail: from(
      ({ number }) => `登记编号为 ${list(number)}。`,
      ({ number }) => `Its number is ${list(number)}.`,
    ),
    remedy: words('请直接办理已登记的案件。', 'Go on with the case that is registered.'),
  },
  'action-not-in-this-phase': {
    status: 409,
    title: words('案件目前的阶段不能办理此事项', 'The case is not in a phase in which this can be done'),
    detail: from(
      ({ phase, possibleIn }) => `当前阶段：${list(phase)}；可办理的阶段：${list(possibleIn)}。`,
      ({ phase, possibleIn }) => `It is in "${list(phase)}"; this can be done in: ${list(possibleIn)}.`,
    ),
    remedy: reread,
  },
  'registration-incomplete': {
    status: 422,
    title: words('登记内容不全', 'The registration lacks something it cannot do without'),
    detail: from(
      ({ missing }) => `缺少：${list(missing)}。`,
      ({ missing }) => `Missing: ${list(missing)}.`,
    ),
    remedy: words(
      '请补充后登记；其他缺项可登记后通知补正。',
      'Add it; anything else can be asked for after registration (G08).',
    ),
  },
  'representatives-not-as-required': {
    status: 422,
    title: words(
      '共同投诉的代表人不符合规定',
      'The representatives of a joint complaint are not as required',
    ),
    detail: from(
      ({ complainants, representatives }) =>
        `投诉人 ${list(complainants)} 名，代表人 ${list(representatives)} 名。`,
      ({ complainants, representatives }) =>
        `${list(complainants)} complainants, ${list(representatives)} representatives.`,
    ),
    remedy: words(
      '四人以上应从投诉人中推选一至三名代表人。',
      'Four or more complainants name one to three of themselves.',
    ),
  },
  'happened-in-the-future': {
    status: 422,
    title: words('时间在将来', 'The time lies in the future'),
    detail: from(
      ({ field, at, now }) => `${list(field)} 为 ${list(at)}，现在是 ${list(now)}。`,
      ({ field, at, now }) => `${list(field)} is ${list(at)}; it is now ${list(now)}.`,
    ),
    remedy: correctTime,
  },
  'happened-too-early': {
    status: 422,
    title: words('时间早于其前提', 'The time lies before what must have come first'),
    detail: from(
      ({ field, at, notBefore }) => `${list(field)} 为 ${list(at)}，不得早于 ${list(notBefore)}。`,
      ({ field, at, notBefore }) => `${list(field)} is ${list(at)}; it cannot be before ${list(notBefore)}.`,
    ),
    remedy: correctTime,
  },
  'review-is-another-persons': {
    status: 403,
    title: words('初审由他人承办', 'Somebody else has the review in hand'),
    remedy: words('如需接手，请先办理“开始初审”。', 'Take the review over first (review-start).'),
  },
  'supplement-not-asked-for': {
    status: 409,
    title: words('没有待补正的事项', 'No supplement is being waited for'),
    remedy: words('请先发出补正通知。', 'Ask for the supplement first (supplement-requests).'),
  },
  'supplement-names-nothing': {
    status: 422,
    title: words('未写明补正事项', 'No item is named'),
    remedy: words('请至少写明一项。', 'Name at least one item.'),
  },
  'review-point-incomplete': {
    status: 422,
    title: words('初审四点不完整', 'A point of the review is incomplete'),
    detail: from(
      ({ point, missing }) => `${list(point)} 缺少 ${list(missing)}。`,
      ({ point, missing }) => `${list(point)} lacks ${list(missing)}.`,
    ),
    remedy: words('请写明有管辖权的单位。', 'Name the office or department that is competent.'),
  },
  'limitation-not-assessed': {
    status: 422,
    title: words('未逐项审查投诉时效', 'Limitation has not been assessed for each claim'),
    detail: from(
      ({ claims, assessed, startedOn }) =>
        startedOn === undefined
          ? `请求事项：${list(claims)}；已审查：${list(assessed)}。`
          : `无法推算的起算日：${list(startedOn)}。`,
      ({ claims, assessed, startedOn }) =>
        startedOn === undefined
          ? `Claims: ${list(claims)}; assessed: ${list(assessed)}.`
          : `Days from which nothing can be reckoned: ${list(startedOn)}.`,
    ),
    remedy: words(
      '请对每一项请求各审查一次，起算日应在 2000 年至 2099 年之间。',
      'Assess each claim exactly once, from a day in the years 2000 to 2099.',
    ),
  },
  'decider-reviewed-the-case': {
    status: 403,
    title: words('审批人不得是初审人', 'Who reviewed the case does not decide it'),
    remedy: another,
  },
  'registrar-rejects-own-registration': {
    status: 403,
    title: words('登记人不得决定不予受理', 'Who registered the complaint does not reject it'),
    remedy: another,
  },
  'acceptance-conditions-not-met': {
    status: 422,
    title: words('不符合受理条件', 'The conditions of acceptance are not met'),
    detail: from(
      ({ missing }) => `初审认为不符合：${list(missing)}。`,
      ({ missing }) => `By the review these are not met: ${list(missing)}.`,
    ),
    remedy: words(
      '可不予受理、移送、转办，或将初审退回。',
      'Reject, transfer or refer it, or return the review.',
    ),
  },
  'rejection-needs-reason': {
    status: 422,
    title: words('不予受理须写明理由', 'A rejection states its reasons'),
    remedy: words('请选择 R1–R6 中的理由。', 'Name the grounds, R1 to R6.'),
  },
  'rejection-needs-remedies': {
    status: 422,
    title: words('不予受理须告知其他救济途径', 'A rejection names the other remedies'),
    remedy: words('请写明可以采取的其他途径。', 'Name at least one other remedy.'),
  },
  'supplement-must-be-asked-first': {
    status: 422,
    title: words('应先通知补正', 'A supplement must be asked for first'),
    detail: from(
      ({ conditions }) => `可以补正的缺项：${list(conditions)}。`,
      ({ conditions }) => `What could be supplied: ${list(conditions)}.`,
    ),
    remedy: words('请退回初审并发出补正通知。', 'Return the review and ask the complainant (A17).'),
  },
  'supplement-still-awaited': {
    status: 409,
    title: words('补正期限未满', 'The term for the supplement has not run out'),
    detail: from(
      ({ missing, until }) => `尚待补正：${list(missing)}；期限至 ${list(until)}。`,
      ({ missing, until }) => `Still awaited: ${list(missing)}, until ${list(until)}.`,
    ),
    remedy: words('请等待补正或期限届满。', 'Wait for it, or for the term to run out.'),
  },
  'rejection-reason-contradicts-review': {
    status: 422,
    title: words('不予受理的理由与初审意见矛盾', 'A ground of rejection contradicts the review'),
    detail: from(
      ({ reasons }) => `矛盾的理由：${list(reasons)}。`,
      ({ reasons }) => `Contradicted: ${list(reasons)}.`,
    ),
    remedy: words('请更正理由，或将初审退回。', 'Correct the grounds, or return the review.'),
  },
  'receiver-missing': {
    status: 422,
    title: words('未写明接收单位', 'The receiving office or department is missing'),
    remedy: words('请填写 receiver。', 'Fill in `receiver`.'),
  },
  'outcome-contradicts-jurisdiction': {
    status: 422,
    title: words('决定与管辖意见矛盾', 'The decision contradicts the finding on jurisdiction'),
    detail: from(
      ({ outcome, jurisdiction }) => `决定：${list(outcome)}；管辖：${list(jurisdiction)}。`,
      ({ outcome, jurisdiction }) => `Decision: ${list(outcome)}; jurisdiction: ${list(jurisdiction)}.`,
    ),
    remedy: words('请更正决定，或将初审退回。', 'Correct the decision, or return the review.'),
  },
  'handlers-missing': {
    status: 409,
    title: words('尚未指定承办人', 'No handler has been assigned'),
    remedy: words('请科长或分管领导指定承办人。', 'Let the section head or leader assign handlers (G10).'),
  },
  'not-a-handler': {
    status: 403,
    title: words('不是本案承办人', 'Only a handler of the case may do this'),
    remedy: words('请由承办人办理，或重新指定。', 'Let a handler do it, or have handlers assigned anew.'),
  },
  'filing-not-requested': {
    status: 409,
    title: words('尚无立案报告', 'There is no filing report yet'),
    remedy: words('请承办人先提交立案审批报告。', 'Let a handler send the filing report first (G14).'),
  },
  'filing-already-requested': {
    status: 409,
    title: words('已提交立案报告', 'The filing report has been sent already'),
    remedy: words('请等待批准。', 'Wait for its approval.'),
  },
  'filing-approver-is-author': {
    status: 403,
    title: words('立案报告人不得自己批准', 'Who wrote the filing report does not approve it'),
    remedy: another,
  },
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
  'referral-not-served': {
    status: 409,
    title: words('转办通知书尚未送达', 'The notice of referral has not been served'),
    remedy: words('请先送达转办通知书。', 'Serve it on the lower office first (G12).'),
  },
  'transfer-not-sent': {
    status: 409,
    title: words('移送函尚未发出', 'The letter of transfer has not been sent'),
    remedy: words('请先发出移送函。', 'Send the letter of transfer first (G13).'),
  },
  'disclosure-of-another-day': {
    status: 409,
    title: words('这是另一天的查看记录', 'The recorded look is of another day'),
    remedy: words('请用新的 Idempotency-Key 重新申请查看。', 'Ask again with a new Idempotency-Key.'),
  },
  'complainant-not-in-case': {
    status: 422,
    title: words('本案没有该投诉人', 'The case has no such complainant'),
    remedy: words(
      '请从案件的 complainants 中选择 subject。',
      'Take `subject` from the complainants of the case.',
    ),
  },
} as const satisfies ProblemCatalogue<ComplaintRefusalCode>;
