import { fold, isRefusal } from '#kernel';
import type { CalendarBook, OfficeDay } from '#calendar';
import type { Clock } from '#platform/clock';
import type { Attempt, Outcome, Streams } from '#platform/event-sourcing';
import { v5 as uuidv5 } from 'uuid';
import {
  holidayDecider,
  sameDays,
  type HolidayCommand,
  type HolidayEvent,
  type HolidayRefusal,
  type Holidays,
  type NoticeInput,
} from '../domain/index.js';
import type { LiveCalendars } from './live-calendars.js';
import { CHINA, HOLIDAY_STREAM } from './stream.js';

/** Namespace of the ids under which own days are declared. */
const DECLARATIONS = '0f6f5b0a-54d3-5c0c-8f0e-0f7f1d4a9c21';
const SYSTEM = { id: 'system', roles: ['system'], office: 'system' };

/** Writes to the calendar's stream. */
export class HolidayRecords {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
    private readonly calendars: LiveCalendars,
  ) {}

  /** Carries a command out; this process knows its effect when it answers. */
  async carryOut(
    attempt: Omit<Attempt, 'now'>,
    command: HolidayCommand,
  ): Promise<Outcome<HolidayEvent, Holidays>> {
    const now = await this.clock.read();
    const context = { now, shipped: this.calendars.shipped };
    const outcome = await this.streams.decide(
      HOLIDAY_STREAM,
      CHINA,
      { ...attempt, now },
      { command: () => Promise.resolve({ command, context }) },
    );
    if (outcome.outcome === 'done') await this.calendars.refresh();
    return outcome;
  }

  /** The book as it would be with that notice, or why it cannot be entered. Nothing is written. */
  async trial(notice: NoticeInput): Promise<CalendarBook | HolidayRefusal> {
    await this.calendars.refresh();
    const { book, shipped } = this.calendars;
    const context = { now: await this.clock.read(), shipped };
    const answer = holidayDecider.decide({ type: 'AddNotice', data: notice }, book, context);
    if (isRefusal(answer)) return answer;
    const { records } = fold(holidayDecider, answer, { records: book.records });
    return records.slice(book.records.length).reduce((before, record) => before.with(record), book);
  }

  /**
   * Records an office's own days, as its settings name them, when they are others than those recorded last.
   * Every process says so at its start; all of them together write one event.
   */
  async declareOfficeDays(office: string, days: readonly OfficeDay[]): Promise<void> {
    const { book } = this.calendars;
    if (sameDays(book.officeDays(office), days)) return;
    const place = book.records.length;
    const commandId = uuidv5(JSON.stringify([office, days, place]), DECLARATIONS);
    const outcome = await this.carryOut(
      { commandId, actor: SYSTEM },
      { type: 'DeclareOfficeDays', data: { office, days } },
    );
    if (outcome.outcome !== 'done') throw new Error(`own days of ${office}: ${outcome.outcome}`);
  }
}
