import { dayInChina, type Instant } from '#kernel';
import {
  chinaCalendar,
  explain,
  explainInWords,
  remaining,
  remainingHours,
  resumedOn,
  type Language,
} from '#calendar';
import type { PauseReason } from '#rulebook';
import { periodOf, RESUME, type Clock } from '../../domain/index.js';

/** What a pause is called in an explanation. */
const PAUSE_NAMES: Readonly<Record<Language, Readonly<Record<PauseReason, string>>>> = {
  zh: { 'awaiting-supplement': '等待补正', 'expert-appraisal': '鉴定', 'parties-request': '双方书面请求' },
  en: {
    'awaiting-supplement': 'awaiting a supplement',
    'expert-appraisal': 'expert appraisal',
    'parties-request': 'at the request of both parties',
  },
};

/** A clock without its workings. */
export function clockView(clock: Clock, now: Instant): object {
  return {
    clock: clock.clock,
    code: clock.code,
    rulebook: clock.rulebook,
    basis: clock.basis,
    status: clock.status,
    start: clock.start,
    startAt: clock.startAt,
    term: { amount: clock.amount, unit: clock.unit, roll: clock.roll },
    dueOn: clock.dueOn,
    dueAt: clock.dueAt,
    left: leftOf(clock, now),
    stop: clock.stop,
    onMiss: clock.onMiss,
    article: clock.article,
    verification: clock.verification,
    provisional: clock.provisional,
    calendar: clock.calendar,
    pauses: clock.pausedOver,
    reminders: clock.rings
      .filter(({ rung }) => rung !== RESUME)
      .map(({ rung, at }) => ({ rung, at, raised: clock.raised.includes(rung) })),
    metAt: clock.metAt,
    missedAt: clock.missedAt,
  };
}

/** What is left of a running clock, in its own unit; negative when it has run out. */
function leftOf(clock: Clock, now: Instant): object | undefined {
  if (clock.status !== 'running' && clock.status !== 'missed') return undefined;
  if (clock.unit === 'H') return { amount: remainingHours(now, clock.dueAt), unit: 'H' };
  const today = dayInChina(now);
  const calendar = chinaCalendar({ knownOn: today });
  return { amount: remaining(calendar, today, clock.dueOn, clock.unit), unit: clock.unit };
}

/**
 * How the due date was counted: each day with its reason, and the same in words for an officer or a court. A
 * clock that is held has no due date now; what is explained then is the one it would get if it ran again today.
 */
export function clockExplanation(clock: Clock, now: Instant): object {
  const today = dayInChina(now);
  const held = clock.pausedOver.find(({ until }) => until === undefined);
  const calendar = chinaCalendar({ knownOn: held ? today : clock.knownOn });
  const period = periodOf(clock);
  const explanation = explain(calendar, held ? resumedOn(period, today) : period);
  return {
    ...clockView(clock, now),
    ...(held ? { heldSince: held.from } : {}),
    explanation: {
      ...explanation,
      ...(held ? { ifResumedOn: today } : {}),
      words: {
        zh: explainInWords(explanation, 'zh', PAUSE_NAMES.zh),
        en: explainInWords(explanation, 'en', PAUSE_NAMES.en),
      },
    },
  };
}
