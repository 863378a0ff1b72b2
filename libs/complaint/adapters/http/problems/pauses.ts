import type { ProblemCatalogue } from '#platform/http';
import type { Language } from '#calendar';
import { pauseNames } from '../pause-names.js';
import { from, list, reread, words } from './words.js';

const named = (reason: unknown, language: Language) => pauseNames(language)[String(reason)] ?? String(reason);
const isNone = (clocks: unknown) => Array.isArray(clocks) && clocks.length === 0;

export const PAUSES_PROBLEMS = {
  'pause-needs-both-parties': {
    status: 422,
    title: words('中止期限须双方书面同意', 'A pause needs the written agreement of both parties'),
    detail: from(
      ({ missing }) => `缺少：${list(missing)}。`,
      ({ missing }) => `Missing: ${list(missing)}.`,
    ),
    remedy: words('请补充缺少的一方的书面材料。', 'Add what the other side agreed to in writing.'),
  },
  'case-already-paused': {
    status: 409,
    title: words('已因同一事由中止', 'The case is paused for that reason already'),
    detail: from(
      ({ since }) => `自 ${list(since)} 起。`,
      ({ since }) => `Since ${list(since)}.`,
    ),
    remedy: reread,
  },
  'case-not-paused': {
    status: 409,
    title: words('没有因该事由中止', 'The case is not paused for that reason'),
    remedy: reread,
  },
  'pause-ends-before-it-begins': {
    status: 422,
    title: words('中止的截止日不晚于开始日', 'The pause would end no later than it begins'),
    detail: from(
      ({ from: begun, until }) => `开始：${list(begun)}；截止：${list(until)}。`,
      ({ from: begun, until }) => `Begins ${list(begun)}, ends ${list(until)}.`,
    ),
    remedy: words('请核对日期。', 'Correct the days.'),
  },
  'pause-beyond-statutory-time': {
    status: 422,
    title: words('中止不得超过剩余的法定期限', 'The pause is longer than what is left of the statutory time'),
    detail: from(
      ({ until, statutoryDueOn }) => `请求至 ${list(until)}；法定期限届满于 ${list(statutoryDueOn)}。`,
      ({ until, statutoryDueOn }) =>
        `Asked for until ${list(until)}; the statutory term ends on ${list(statutoryDueOn)}.`,
    ),
    remedy: words('请改为不晚于法定期限届满日的日期。', 'Choose a day no later than the end of that term.'),
  },
  'pause-stops-no-clock': {
    status: 409,
    title: words('没有期限因此中止', 'The pause would stop no clock'),
    detail: from(
      ({ reason, clocks }) =>
        isNone(clocks)
          ? `本案没有因“${named(reason, 'zh')}”中止的期限。`
          : `本案因“${named(reason, 'zh')}”中止的期限：${list(clocks)}；其时均已届满、办结、取消，或者中止时间已用完。`,
      ({ reason, clocks }) =>
        isNone(clocks)
          ? `No term of the case stands still for ${named(reason, 'en')}.`
          : `For ${named(reason, 'en')} these stand still: ${list(clocks)}. By then each had run out, been kept or fallen away, or had used up what its rule grants.`,
    ),
    remedy: words(
      '其他期限照常计算；哪些期限因何中止，见各规则的 pauses。当时仍在计算而补记的，请写明 startedAt。',
      'All other terms run on; `pauses` of each rule says what stops it. For a time in which it still ran, say when it began (`startedAt`).',
    ),
  },
} as const satisfies ProblemCatalogue<string>;
