import { say, type ProblemCatalogue } from '#platform/http';
import type { ReportRefusalCode } from '../../domain/index.js';

const { from, list, words } = say;

/** What each refusal of a statistic or a publication says, in both languages. */
export const REPORTING_PROBLEMS = {
  'quarter-not-begun': {
    status: 422,
    title: words('该季度尚未开始', 'The quarter has not begun'),
    detail: from(
      ({ quarter, firstDay }) => `${list(quarter)} 自 ${list(firstDay)} 起。`,
      ({ quarter, firstDay }) => `${list(quarter)} begins on ${list(firstDay)}.`,
    ),
    remedy: words('请查询已经开始的季度。', 'Ask for a quarter that has begun.'),
  },
  'quarter-not-over': {
    status: 422,
    title: words('该季度尚未结束', 'The quarter is not over'),
    detail: from(
      ({ quarter, lastDay }) => `${list(quarter)} 至 ${list(lastDay)} 24:00（北京时间）结束。`,
      ({ quarter, lastDay }) => `${list(quarter)} ends on ${list(lastDay)} at 24:00 in China.`,
    ),
    remedy: words(
      '季度结束后方可拟稿公布；目前的数据见统计查询。',
      'Draft it when the quarter is over; `GET /v1/statistics` shows the figures so far.',
    ),
  },
  'publication-not-asked-for': {
    status: 422,
    title: words('所适用的规定没有公布投诉信息的要求', 'The law in force asks for no publication'),
    detail: from(
      ({ quarter }) => `${list(quarter)} 所适用的法定规则没有公布要求。`,
      ({ quarter }) => `The law in force on the last day of ${list(quarter)} asks for none.`,
    ),
    remedy: words('可以查询统计，不作公布。', 'The figures can be read; they are not published.'),
  },
  'report-cause-missing': {
    status: 422,
    title: words('再次公布须说明原因', 'A quarter that was published is published again with its cause'),
    detail: from(
      ({ version }) => `已公布第 ${list(version)} 版。`,
      ({ version }) => `Version ${list(version)} is published.`,
    ),
    remedy: words('请以 because 说明原因。', 'Say in `because` why the figures are others.'),
  },
  'report-cause-of-nothing': {
    status: 422,
    title: words('尚未公布，无需说明更正原因', 'Nothing was published that could be corrected'),
    remedy: words('请去掉 because 后重新提交。', 'Leave `because` out and send it again.'),
  },
  'report-nothing-to-correct': {
    status: 409,
    title: words('数据与已公布的一致', 'The figures are those that were published'),
    detail: from(
      ({ version }) => `与第 ${list(version)} 版一致。`,
      ({ version }) => `They are those of version ${list(version)}.`,
    ),
    remedy: words('无需再次公布。', 'There is nothing to publish again.'),
  },
  'report-no-draft': {
    status: 409,
    title: words('没有待批准的公布稿', 'No draft waits for its approval'),
    remedy: words('请先拟稿。', 'Have it drafted first.'),
  },
  'report-approved-by-author': {
    status: 409,
    title: words('拟稿人不得批准自己的公布稿', 'Who drafted it does not approve it'),
    remedy: say.another,
  },
  'report-figures-moved': {
    status: 409,
    title: words('拟稿后数据已变动', 'The figures have moved since they were drafted'),
    detail: from(
      ({ moved }) => `变动的数据：${list(moved)} 项。`,
      ({ moved }) => `Figures that are others now: ${list(moved)}.`,
    ),
    remedy: words('请重新拟稿后再批准。', 'Have it drafted anew, and approve that.'),
  },
} as const satisfies ProblemCatalogue<ReportRefusalCode>;
