import type { ProblemCatalogue } from '#platform/http';
import { from, list, words } from './words.js';

export const INVESTIGATION_PROBLEMS = {
  'investigation-not-open': {
    status: 409,
    title: words('尚未开展调查', 'The investigation has not been opened'),
    remedy: words('请先确定两名以上调查人员。', 'Name at least two investigators first (G20).'),
  },
  'investigators-too-few': {
    status: 422,
    title: words('调查人员不得少于二人', 'At least two different people investigate'),
    detail: from(
      ({ distinct }) => `所列不同人员为 ${list(distinct)} 人。`,
      ({ distinct }) => `Different people named: ${list(distinct)}.`,
    ),
    remedy: words('请列明两名以上不同的调查人员。', 'Name at least two different people (G22).'),
  },
  'not-an-investigator': {
    status: 422,
    title: words('所列人员不是本案调查人员', 'Somebody named does not investigate this case'),
    detail: from(
      ({ strangers }) => `不是本案承办人或调查人员：${list(strangers)}。`,
      ({ strangers }) => `Neither handlers nor named investigators: ${list(strangers)}.`,
    ),
    remedy: words('请先将其列为调查人员。', 'Name them as investigators first.'),
  },
  'investigation-record-incomplete': {
    status: 422,
    title: words('调查笔录不完整', 'The record of the investigation is incomplete'),
    detail: from(
      ({ missing }) => `缺少：${list(missing)}。`,
      ({ missing }) => `Missing: ${list(missing)}.`,
    ),
    remedy: words(
      '询问笔录须写明被询问人，经其核对并签名；拒绝签名的，注明原因。',
      'A questioning names the person, is read over and signed; a refusal to sign is noted with its reason.',
    ),
  },
  'dispute-points-missing': {
    status: 409,
    title: words('尚未列明争议焦点', 'No point in dispute has been named'),
    remedy: words(
      '请比对双方陈述，列明争议焦点。',
      'Compare both accounts and name what they differ in (G21).',
    ),
  },
  'facts-without-record': {
    status: 422,
    title: words('认定事实缺少调查笔录', 'The facts rest on no record'),
    detail: from(
      ({ unknown }) => (unknown === undefined ? '' : `案中没有的笔录：${list(unknown)}。`),
      ({ unknown }) => (unknown === undefined ? '' : `Records the case does not have: ${list(unknown)}.`),
    ),
    remedy: words(
      '请先登记调查笔录，并列明所依据的笔录。',
      'Record an investigation first, and name the records (G22, G23).',
    ),
  },
  'liability-incomplete': {
    status: 422,
    title: words('责任认定不完整', 'Liability is not found for every disputed point'),
    detail: from(
      ({ missing, strange }) => `未认定：${list(missing)}；重复或不存在：${list(strange)}。`,
      ({ missing, strange }) => `Left out: ${list(missing)}; twice or unknown: ${list(strange)}.`,
    ),
    remedy: words('请逐项认定每一争议焦点的责任。', 'Say for each disputed point who answers for it (G23).'),
  },
} as const satisfies ProblemCatalogue<string>;
