import type { ProblemCatalogue } from '#platform/http';
import { another, from, list, words } from './words.js';

export const INTAKE_PROBLEMS = {
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
  'review-is-another-persons': {
    status: 403,
    title: words('初审由他人承办', 'Somebody else has the review in hand'),
    remedy: words('如需接手，请先办理“开始初审”。', 'Take the review over first (review-start).'),
  },
  'supplement-names-nothing': {
    status: 422,
    title: words('未写明补正事项', 'No item is named'),
    remedy: words('请至少写明一项。', 'Name at least one item.'),
  },
  'supplement-not-asked-for': {
    status: 409,
    title: words('没有待补正的事项', 'No supplement is being waited for'),
    remedy: words('请先发出补正通知。', 'Ask for the supplement first (supplement-requests).'),
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
          ? `请求事项的序号（从 0 起）：${list(claims)}；已审查的序号：${list(assessed) || '无'}。`
          : `无法推算的起算日：${list(startedOn)}。`,
      ({ claims, assessed, startedOn }) =>
        startedOn === undefined
          ? `Places of the claims, counted from 0: ${list(claims) || 'none'}; places assessed: ${list(assessed) || 'none'}.`
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
} as const satisfies ProblemCatalogue<string>;
