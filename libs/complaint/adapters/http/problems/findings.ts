import type { ProblemCatalogue } from '#platform/http';
import { from, list, words } from './words.js';

export const FINDINGS_PROBLEMS = {
  'lead-needs-authority': {
    status: 422,
    title: words('须写明移交的机关', 'The authority that gets the lead is missing'),
    remedy: words('请填写 authority。', 'Name it in `authority` (G56).'),
  },
  'clock-was-kept': {
    status: 422,
    title: words('该期限没有逾期', 'That term did not run out'),
    detail: from(
      ({ clock }) => `期限：${list(clock)}。`,
      ({ clock }) => `Clock: ${list(clock)}.`,
    ),
    remedy: words('请填写案中已逾期的期限。', 'Name a clock of the case that was missed; see its clocks.'),
  },
} as const satisfies ProblemCatalogue<string>;
