import { addDays, type Day, type Instant } from '#kernel';
import type { Pause } from '#calendar';
import ical, { ICalAlarmType, ICalEventStatus } from 'ical-generator';
import { v5 as uuidv5 } from 'uuid';
import { reckoningInWords } from '../reckoning-words.js';
import { sourceOf, type Reckoning } from './reckoning.js';

/** Namespace of the ids of entries: the same question has the same one, so that a calendar replaces what it has. */
const ENTRIES = '8d2c9a53-5f3b-5a0e-9b8e-3f5d0f6f1c27';
const DAY_SECONDS = 86_400;

/**
 * A due date as a calendar file (RFC 5545): a whole day, or the moment for hours, with its reckoning.
 * @param office whose own days it was counted with
 */
export function calendarFile(reckoning: Reckoning, now: Instant, office?: string): string {
  const { explanation, rule, rulebook } = reckoning;
  const words = reckoningInWords(explanation, sourceOf(reckoning));
  const { period, dueOn, dueAt, provisional } = explanation;
  const { amount, unit } = period.term;
  // The same pauses in another order are the same question.
  const asked = period.pauses ? { ...period, pauses: period.pauses.toSorted(inOrder) } : period;
  const name = rule ? `${rule.code} (${rulebook?.id ?? ''})` : `${String(amount)} ${unit}`;
  const mark = provisional ? '（暂定 provisional）' : '';
  const hours = unit === 'H';
  const file = ical({ name: `届满 Due: ${name}`, prodId: { company: 'Tousu', product: 'due-date' } });
  const entry = file.createEvent({
    id: uuidv5(JSON.stringify([name, asked, ...(office === undefined ? [] : [office])]), ENTRIES),
    stamp: new Date(now),
    start: new Date(hours ? dueAt : midnight(dueOn)),
    // A moment has no end: one that is not later than the start is against the form.
    ...(hours ? {} : { end: new Date(midnight(addDays(dueOn, 1))) }),
    allDay: !hours,
    summary: `届满 Due: ${name}${mark}`,
    description: [...words.zh, '', ...words.en].join('\n'),
    status: provisional ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
  });
  entry.createAlarm({ type: ICalAlarmType.display, triggerBefore: DAY_SECONDS });
  return `${file.toString()}\r\n`;
}

function inOrder(one: Pause, other: Pause): number {
  return textOf(one).localeCompare(textOf(other));
}

function textOf({ from, until = '', reason }: Pause): string {
  return [from, until, reason].join(' ');
}

function midnight(day: Day): Instant {
  return `${day}T00:00:00.000Z`;
}
