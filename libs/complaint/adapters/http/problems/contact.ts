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
} as const satisfies ProblemCatalogue<string>;
