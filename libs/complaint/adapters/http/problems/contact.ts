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
  'complainant-erased': {
    status: 410,
    title: words('该投诉人的信息已删除', 'The complainant has been erased'),
    remedy: words(
      '已删除的个人信息不能查看，也不能更正。',
      'What nobody can read any more is neither shown nor put right.',
    ),
  },
} as const satisfies ProblemCatalogue<string>;
