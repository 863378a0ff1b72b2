import type { StreamKind } from '#platform/event-sourcing';
import {
  HOLIDAY_EVENTS,
  holidayDecider,
  type HolidayCommand,
  type HolidayContext,
  type HolidayEvent,
  type Holidays,
} from '../domain/index.js';

/** The calendar's stream; there is one, {@link CHINA}. */
export const HOLIDAY_STREAM: StreamKind<HolidayCommand, HolidayEvent, Holidays, HolidayContext> = {
  category: 'calendar',
  decider: holidayDecider,
  events: HOLIDAY_EVENTS,
};
export const CHINA = 'china';
