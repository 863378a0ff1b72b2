import type { ProblemCatalogue } from '#platform/http';
import { words } from './words.js';

export const CONTACT_PROBLEMS = {
  'complainant-not-in-case': {
    status: 422,
    title: words('本案没有该投诉人', 'The case has no such complainant'),
    remedy: words(
      '请从案件的 complainants 中选择 subject。',
      'Take `subject` from the complainants of the case.',
    ),
  },
  'disclosure-of-another-day': {
    status: 409,
    title: words('这是另一天的查看记录', 'The recorded look is of another day'),
    remedy: words('请用新的 Idempotency-Key 重新申请查看。', 'Ask again with a new Idempotency-Key.'),
  },
} as const satisfies ProblemCatalogue<string>;
