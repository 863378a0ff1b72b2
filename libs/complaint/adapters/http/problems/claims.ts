import type { ProblemCatalogue } from '#platform/http';
import { from, list, words } from './words.js';

export const CLAIMS_PROBLEMS = {
  'claim-does-not-stand': {
    status: 422,
    title: words('该项请求不能放弃', 'That claim cannot be waived'),
    detail: from(
      ({ claims, standing }) =>
        `所列序号（从 0 起）：${list(claims)}；本案受理中的请求：${list(standing) || '无'}。`,
      ({ claims, standing }) =>
        `Places named, counted from 0: ${list(claims)}; claims that stand: ${list(standing) || 'none'}.`,
    ),
    remedy: words(
      '请从案件的 claims 中选择尚未放弃、且未因超过时效而不受理的请求。',
      'Choose among the `claims` of the case those that were neither waived nor left out as too late (A07).',
    ),
  },
  'waiving-all-is-withdrawing': {
    status: 422,
    title: words('放弃全部请求即撤回投诉', 'To waive all that is asked for is to withdraw the complaint'),
    detail: from(
      ({ standing }) => `尚存的请求（序号从 0 起）：${list(standing)}。`,
      ({ standing }) => `Claims that still stand, counted from 0: ${list(standing)}.`,
    ),
    remedy: words(
      '请以 withdrawal 登记撤回投诉（G61），或者至少保留一项请求。',
      'Record the withdrawal instead (`withdrawal`, G61), or leave at least one claim standing.',
    ),
  },
} as const satisfies ProblemCatalogue<string>;
