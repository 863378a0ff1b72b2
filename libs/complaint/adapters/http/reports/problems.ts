import type { ProblemCatalogue } from '#platform/http';
import { from, list, words } from '../problems/words.js';

/** What a report can be refused for. */
export const REPORT_PROBLEMS = {
  'report-period-impossible': {
    status: 422,
    title: words('报表期间不成立', 'The period of the report is impossible'),
    detail: from(
      ({ from: first, to, mostDays }) => `自 ${list(first)} 至 ${list(to)}；最多 ${list(mostDays)} 天。`,
      ({ from: first, to, mostDays }) =>
        `From ${list(first)} to ${list(to)}; a report covers ${list(mostDays)} days at most.`,
    ),
    remedy: words('请改正起止日期，或分段查询。', 'Put the days in order, or ask for shorter periods.'),
  },
} as const satisfies ProblemCatalogue<string>;
