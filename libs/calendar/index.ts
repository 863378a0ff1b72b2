export * from './types.js';
export * from './errors.js';
export { SHIPPED_NOTICES, assertNotices, inOrderOfPublication, problemsOfNotices } from './notices.js';
export { publicationHorizon } from './china-calendar.js';
export { CalendarBook, chinaCalendar, type CalendarRecord } from './calendar-book.js';
export { Calendars } from './calendars.js';
export { firstChange, newsBetween, type CalendarNews } from './news.js';
export { isReckoned } from './days.js';
export { soundOfficeDays } from './office-days.js';
export {
  USUAL_OFFICE_HOURS,
  isOfficeHours,
  isOpenAt,
  lastOpening,
  nextOpening,
  type OfficeHours,
} from './office-hours.js';
export { assertTerm, dueDate, resumedOn } from './counting.js';
export { explain } from './explain.js';
export {
  addWorkingDays,
  momentBefore,
  remaining,
  remainingHours,
  subtractWorkingDays,
  workingDaysBetween,
} from './working-days.js';
export { explainInWords, reasonInWords, type Language } from './words.js';
