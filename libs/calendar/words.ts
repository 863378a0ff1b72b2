import { dayInChina, weekday, type Day, type Instant } from '#kernel';
import { SHIPPED_NOTICES } from './notices.js';
import { ENGLISH, CHINESE, type Wording } from './wording.js';
import type { DayStanding, ExplainedDay, Explanation } from './types.js';

export type Language = 'zh' | 'en';

/** The first day of which a notice is known. */
const FIRST_NOTICED: Day = `${String(Math.min(...SHIPPED_NOTICES.map(({ year }) => year)))}-01-01`;

/**
 * The reckoning of a due date as lines that an officer or a court can read. Runs of days with one reason
 * are folded into one line; each counted working day has its own. `pauseNames` gives the words for a
 * reason of a pause.
 */
export function explainInWords(
  explanation: Explanation,
  language: Language,
  pauseNames: Readonly<Record<string, string>> = {},
): readonly string[] {
  const words = language === 'zh' ? CHINESE : ENGLISH;
  const { period } = explanation;
  const lines =
    period.term.unit === 'H' ? hourLines(explanation, words) : dayLines(explanation, words, pauseNames);
  if (period.term.unit !== 'H') lines.push(words.calendar(explanation.calendar));
  if (explanation.provisional) lines.push(...provisionalLines(explanation, words));
  return lines;
}

/** A year that is to be published is another matter than one before the first notice that is known here. */
function provisionalLines({ days }: Explanation, words: Wording): string[] {
  const unsure = days.slice(1).flatMap(({ standing: { provisional, day } }) => (provisional ? [day] : []));
  const past = unsure.filter((day) => day < FIRST_NOTICED);
  return [
    ...(past.length > 0 ? [words.withoutNotice(FIRST_NOTICED.slice(0, 4))] : []),
    ...(past.length < unsure.length ? [words.provisional()] : []),
  ];
}

function hourLines(explanation: Explanation, words: Wording): string[] {
  const { startAt, term, extension = 0 } = explanation.period;
  return [
    words.hours(minutesText(term.amount + extension, words), moment(startAt)),
    words.dueMoment(moment(explanation.dueAt)),
  ];
}

function minutesText(hours: number, words: Wording): string {
  return Number.isInteger(hours) ? words.inHours(hours) : words.inMinutes(Math.round(hours * 60));
}

function dayLines(
  explanation: Explanation,
  words: Wording,
  pauseNames: Readonly<Record<string, string>>,
): string[] {
  const { term, extension = 0, pauses = [] } = explanation.period;
  const unit = term.unit === 'WD' ? 'WD' : 'CD';
  const startDay = explanation.days[0]?.day ?? dayInChina(explanation.period.startAt);
  const lines = [words.term(term.amount, unit, extension), words.start(dated(startDay, words))];
  for (const pause of pauses) {
    lines.push(words.pause(pause.from, pause.until, pauseNames[pause.reason]));
  }
  for (const run of runsOf(explanation.days.slice(1), unit === 'CD')) lines.push(lineOf(run, words));
  const last = explanation.days.findLast((line) => line.counted);
  if (last !== undefined && last.day !== explanation.dueOn) {
    lines.push(words.roll(dated(last.day, words), dated(explanation.dueOn, words)));
  }
  lines.push(words.due(dated(explanation.dueOn, words)));
  return lines;
}

/** Neighbouring lines of one kind; counted days stay apart unless they are calendar days. */
function runsOf(days: readonly ExplainedDay[], foldCounted: boolean): readonly (readonly ExplainedDay[])[] {
  const runs: ExplainedDay[][] = [];
  for (const line of days) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run !== undefined && previous !== undefined && folds(previous, line, foldCounted)) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

function folds(previous: ExplainedDay, line: ExplainedDay, foldCounted: boolean): boolean {
  if (previous.why !== line.why) return false;
  if (line.counted) return foldCounted;
  if (line.why === 'paused') return true;
  const [a, b] = [previous.standing, line.standing];
  return a.notice === b.notice && a.officeReason === b.officeReason;
}

function lineOf(run: readonly ExplainedDay[], words: Wording): string {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) return '';
  const when =
    run.length === 1 ? dated(first.day, words) : words.span(dated(first.day, words), dated(last.day, words));
  if (first.counted) return words.counted(when, first.number ?? 0, last.number ?? 0, remark(run, words));
  if (first.why === 'paused') return words.skipped(when, words.reason('paused', undefined));
  if (first.why === 'rolled-over') return words.passed(when);
  return words.skipped(when, reason(first.standing, words));
}

/** Only a single counted day says why it works; a run of calendar days counts whatever they are. */
function remark(run: readonly ExplainedDay[], words: Wording): string | undefined {
  const only = run[0];
  if (run.length !== 1 || only === undefined || only.standing.reason === 'weekday') return undefined;
  return reason(only.standing, words);
}

/** Why a day works or not, with the number of the notice or the office's own reason behind it. */
export function reasonInWords(standing: DayStanding, language: Language): string {
  return reason(standing, language === 'zh' ? CHINESE : ENGLISH);
}

function reason({ reason: why, number, notice, officeReason }: DayStanding, words: Wording): string {
  return words.reason(why, number ?? notice ?? officeReason);
}

function dated(day: Day, words: Wording): string {
  return words.dated(day, weekday(day));
}

/** `YYYY-MM-DD HH:MM` on the clocks of China. */
function moment(instant: Instant): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`;
}
