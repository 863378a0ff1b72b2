import type { ProblemCatalogue } from '#platform/http';
import { from, list, words } from '../problems/words.js';

/** What the calculator can be refused for: a question that has no answer. */
export const CALCULATOR_PROBLEMS = {
  'term-named-twice': {
    status: 422,
    title: words('期限给出了两次', 'Two terms are named'),
    detail: from(
      ({ fields }) => `不能同时给出：${list(fields)}。`,
      ({ fields }) => `These do not go together: ${list(fields)}.`,
    ),
    remedy: words(
      '请给出 rulebook 与 code，或者 amount 与 unit。',
      'Name `rulebook` and `code`, or `amount` and `unit`.',
    ),
  },
  'pause-not-for-this-term': {
    status: 422,
    title: words('该期限不因此事由中止', 'The term is not paused for that reason'),
    detail: from(
      ({ reason, allowed }) => `事由：${list(reason)}；可中止的事由：${list(allowed) || '无'}。`,
      ({ reason, allowed }) => `Asked: ${list(reason)}; it is paused for: ${list(allowed) || 'nothing'}.`,
    ),
    remedy: words(
      '请写明规则允许的事由，如 2026-04-07/2026-04-10/expert-appraisal。',
      'Name a reason that the rule knows, as in 2026-04-07/2026-04-10/expert-appraisal.',
    ),
  },
  'pause-impossible': {
    status: 422,
    title: words('中止期间不成立', 'The pause is impossible'),
    detail: from(
      ({ from: first, until, unit }) =>
        unit === 'H' ? '按小时计算的期限不中止。' : `自 ${list(first)} 至 ${list(until)}。`,
      ({ from: first, until, unit }) =>
        unit === 'H'
          ? 'A term in hours runs by the clock and is not paused.'
          : `From ${list(first)} to ${list(until)}.`,
    ),
    remedy: words('恢复之日不得早于中止之日。', 'It cannot end before it begins.'),
  },
  'clock-stands-still': {
    status: 422,
    title: words('期限仍在中止，没有届满日', 'The clock stands still: there is no due date'),
    detail: from(
      ({ since }) => `自 ${list(since)} 起中止，尚未恢复。`,
      ({ since }) => `It is paused since ${list(since)} and has not run out before.`,
    ),
    remedy: words('请写明恢复之日。', 'Name the day on which it runs again.'),
  },
  'extension-not-allowed': {
    status: 422,
    title: words('该期限不得如此延长', 'The term cannot be extended by that much'),
    detail: from(
      ({ extension, most }) => `申请延长 ${list(extension)}，至多 ${list(most)}。`,
      ({ extension, most }) => `Asked: ${list(extension)}; at most: ${list(most)}.`,
    ),
    remedy: words('请核对规则允许的延长。', 'See what the rulebook allows (`GET /v1/rulebooks`).'),
  },
} as const satisfies ProblemCatalogue<string>;
