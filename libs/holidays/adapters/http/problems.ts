import type { JsonObject, JsonValue } from '#kernel';
import type { NoticeProblemCode } from '#calendar';
import type { ProblemCatalogue, Words } from '#platform/http';
import type { HolidayRefusalCode } from '../../domain/index.js';

const words = (zh: string, en: string): Words => ({ zh, en });
const show = (value: JsonValue | undefined): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value ?? '');

/** What is wrong with a notice in itself. */
const FAULTS: Readonly<Record<NoticeProblemCode, Words>> = {
  'id-missing': words('缺少标识', 'has no id'),
  'id-twice': words('标识重复', 'has an id that stands twice'),
  'year-out-of-range': words('年份超出范围', 'is of a year that cannot be reckoned'),
  'not-a-day': words('日期不存在', 'names a day that does not exist'),
  'published-before-dated': words('公布日期早于落款日期', 'was published before the date it bears'),
  'names-no-day': words('没有列出任何日期', 'names no day'),
  'day-twice': words('日期重复', 'names a day twice'),
  'off-and-working': words('同一天既放假又上班', 'names a day both off and worked'),
  'day-of-another-year': words(
    '不属于该年度或上年十二月',
    'names a day outside its year and the December before',
  ),
  'make-up-day-on-a-weekday': words('调休上班日不是周末', 'makes up on a day that is no weekend day'),
  'second-notice-for-year': words('该年度已有通知', 'is a second notice for its year'),
  'amendment-without-notice': words('没有可修改的通知', 'amends no notice'),
};

type Problem = { readonly code: NoticeProblemCode; readonly day?: string };
const faults = ({ problems }: JsonObject, language: keyof Words): string =>
  (problems as unknown as readonly Problem[])
    .map(({ code, day }) => `${FAULTS[code][language]}${day === undefined ? '' : ` (${day})`}`)
    .join('; ');

/** What each refusal of the calendar says, in both languages. */
export const HOLIDAY_PROBLEMS = {
  'notice-not-published-yet': {
    status: 422,
    title: words('通知尚未公布', 'The notice has not been published yet'),
    detail: ({ published, today }) =>
      words(
        `公布日期为 ${show(published)}，今天是 ${show(today)}。`,
        `It is to be published on ${show(published)}; today is ${show(today)}.`,
      ),
    remedy: words('请在公布之后录入。', 'Enter it once it has been published.'),
  },
  'notice-unsound': {
    status: 422,
    title: words('通知内容自相矛盾', 'The notice contradicts itself or the calendar'),
    detail: (facts) => words(`${faults(facts, 'zh')}。`, `The notice ${faults(facts, 'en')}.`),
    remedy: words(
      '请对照原文更正后重新录入。',
      'Compare it with the original, correct it and send it again.',
    ),
  },
  'notice-of-year-known': {
    status: 409,
    title: words('该年度的通知已录入', 'The notice of that year is known already'),
    detail: ({ year, notice }) =>
      words(`${show(year)} 年的通知为 ${show(notice)}。`, `That of ${show(year)} is ${show(notice)}.`),
    remedy: words(
      '如需更改个别日期，请以 amendsEarlier 录入修改，只列更改的日期。',
      'To change single days of it, enter an amendment (`amendsEarlier`) that names only these.',
    ),
  },
  'notice-amends-nothing': {
    status: 422,
    title: words('没有可修改的通知', 'There is no notice for it to amend'),
    detail: ({ year, published }) =>
      words(
        `${show(published)} 之前没有 ${show(year)} 年的通知。`,
        `No notice of ${show(year)} was published before ${show(published)}.`,
      ),
    remedy: words('请先录入该年度的通知。', 'Enter the notice of that year first.'),
  },
  'notice-overtaken': {
    status: 409,
    title: words('所列日期已被其后公布的通知取代', 'A notice published later has replaced days of it'),
    detail: ({ days, notice }) =>
      words(`${show(days)} 已由 ${show(notice)} 规定。`, `${show(notice)} orders ${show(days)} already.`),
    remedy: words(
      '请去掉这些日期，或核对公布日期。',
      'Leave these days out, or check the day of publication.',
    ),
  },
} as const satisfies ProblemCatalogue<HolidayRefusalCode>;
