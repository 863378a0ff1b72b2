import type { Day } from '#kernel';
import type { DayReason } from './types.js';

/** Everything that an explanation can say, in one language. */
export interface Wording {
  dated(day: Day, weekday: number): string;
  span(from: string, to: string): string;
  term(amount: number, unit: 'WD' | 'CD', extension: number): string;
  start(day: string): string;
  counted(when: string, first: number, last: number, remark: string | undefined): string;
  skipped(when: string, reason: string): string;
  passed(when: string): string;
  /** @param behind the notice's number, or the office's reason for a day of its own */
  reason(reason: DayReason | 'paused', behind: string | undefined): string;
  pause(from: Day, until: Day | undefined, name: string | undefined): string;
  roll(last: string, due: string): string;
  due(day: string): string;
  hours(amount: string, start: string): string;
  inHours(hours: number): string;
  inMinutes(minutes: number): string;
  dueMoment(moment: string): string;
  calendar(version: string): string;
  provisional(): string;
  /** @param year the first of which there is one */
  withoutNotice(year: string): string;
}

const ZH_WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const EN_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const ZH_REASONS: Record<DayReason | 'paused', string> = {
  weekday: '工作日',
  weekend: '周末',
  'holiday-by-notice': '放假调休',
  'make-up-by-notice': '调休上班',
  'fixed-public-holiday': '法定节日',
  'office-day-off': '本单位休息日',
  'office-working-day': '本单位工作日',
  paused: '期限中止',
};

const EN_REASONS: Record<DayReason | 'paused', string> = {
  weekday: 'weekday',
  weekend: 'weekend',
  'holiday-by-notice': 'day off by notice',
  'make-up-by-notice': 'make-up working day',
  'fixed-public-holiday': 'public holiday',
  'office-day-off': 'day off of this office',
  'office-working-day': 'working day of this office',
  paused: 'the clock is paused',
};

export const CHINESE: Wording = {
  dated: (day, weekday) => `${day}（星期${ZH_WEEKDAYS[weekday] ?? ''}）`,
  span: (from, to) => `${from}至${to}`,
  term: (amount, unit, extension) => {
    const name = unit === 'WD' ? '个工作日' : '日（自然日）';
    const longer =
      extension === 0
        ? ''
        : `，延长${String(extension)}${name}，自起算日合并计算为${String(amount + extension)}${name}`;
    return `期限：${String(amount)}${name}${longer}。`;
  },
  start: (day) => `起算：${day}，开始的当日不计入（民法典第二百零一条）。`,
  counted: (when, first, last, remark) => {
    const numbers = first === last ? `第${String(first)}日` : `第${String(first)}日至第${String(last)}日`;
    return `${when}：${numbers}${remark === undefined ? '' : `，${remark}`}。`;
  },
  skipped: (when, reason) => `${when}：${reason}，不计入。`,
  passed: (when) => `${when}：顺延。`,
  reason: (reason, behind) =>
    behind === undefined ? ZH_REASONS[reason] : `${ZH_REASONS[reason]}（${behind}）`,
  pause: (from, until, name) =>
    `中止${name === undefined ? '' : `（${name}）`}：自${from}起${until === undefined ? '，尚未恢复' : `，至${until}恢复`}。`,
  roll: (last, due) => `最后一日${last}为休息日，顺延至其后第一个工作日${due}（民法典第二百零三条）。`,
  due: (day) => `届满：${day}24:00（北京时间）。`,
  hours: (amount, start) => `期限：${amount}，自${start}起按钟点连续计算（民法典第二百零一条）。`,
  inHours: (hours) => `${String(hours)}小时`,
  inMinutes: (minutes) => `${String(minutes)}分钟`,
  dueMoment: (moment) => `届满：${moment}（北京时间）。`,
  calendar: (version) => `所依日历：${version}。`,
  provisional: () => '期间涉及放假安排尚未公布的年份，本日期为暂定，公布后可能变动。',
  withoutNotice: (year) =>
    `期间涉及${year}年以前的日子，本系统没有当年的放假安排，仅按周末和固定节日推算，请核对当年的放假通知。`,
};

export const ENGLISH: Wording = {
  dated: (day, weekday) => `${EN_WEEKDAYS[weekday] ?? ''} ${day}`,
  span: (from, to) => `${from} to ${to}`,
  term: (amount, unit, extension) => {
    const kind = unit === 'WD' ? 'working day' : 'calendar day';
    const name = amount + extension === 1 ? kind : `${kind}s`;
    const longer =
      extension === 0
        ? ''
        : `, extended by ${String(extension)}: ${String(amount + extension)} ${name} counted from the start`;
    return `Term: ${String(amount)} ${name}${longer}.`;
  },
  start: (day) => `Starts ${day}; the day itself does not count (Civil Code art. 201).`,
  counted: (when, first, last, remark) => {
    const numbers = first === last ? `day ${String(first)}` : `days ${String(first)} to ${String(last)}`;
    return `${when}: ${numbers}${remark === undefined ? '' : `, ${remark}`}.`;
  },
  skipped: (when, reason) => `${when}: ${reason}, not counted.`,
  passed: (when) => `${when}: passed over to the first working day.`,
  reason: (reason, behind) =>
    behind === undefined ? EN_REASONS[reason] : `${EN_REASONS[reason]} (${behind})`,
  pause: (from, until, name) =>
    `Paused${name === undefined ? '' : ` (${name})`} from ${from}${until === undefined ? ', not resumed yet' : `, resumed on ${until}`}.`,
  roll: (last, due) =>
    `The last day, ${last}, is a rest day; the term ends on the first working day after it, ${due} (Civil Code art. 203).`,
  due: (day) => `Due ${day} at 24:00 in China.`,
  hours: (amount, start) => `Term: ${amount}, by the clock from ${start} in China (Civil Code art. 201).`,
  inHours: (hours) => `${String(hours)} hours`,
  inMinutes: (minutes) => `${String(minutes)} minutes`,
  dueMoment: (moment) => `Due ${moment} in China.`,
  calendar: (version) => `Calendar: ${version}.`,
  provisional: () =>
    'Part of the period lies in a year whose holiday notice is not published: the date is provisional and may move.',
  withoutNotice: (year) =>
    `Part of the period lies before ${year}, and no holiday notice of that time is known here: counted by weekends and fixed holidays alone. Check the notice of that year.`,
};
