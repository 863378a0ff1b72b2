import type { ProblemCatalogue } from '#platform/http';
import { another, words } from './words.js';

export const FILING_PROBLEMS = {
  'handlers-missing': {
    status: 409,
    title: words('尚未指定承办人', 'No handler has been assigned'),
    remedy: words('请科长或分管领导指定承办人。', 'Let the section head or leader assign handlers (G10).'),
  },
  'handlers-not-needed': {
    status: 409,
    title: words('案件在审批前已终结', 'The case ended before it was decided on'),
    remedy: words('请由登记人员直接归档。', 'Let whoever keeps the register archive it.'),
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
} as const satisfies ProblemCatalogue<string>;
