export * from './types.js';
export * from './errors.js';
export { SHIPPED_NOTICES, assertNotices, inOrderOfPublication, problemsOfNotices } from './notices.js';
export {
  calendarFromNotices,
  chinaCalendar,
  publicationHorizon,
  type CalendarOptions,
} from './china-calendar.js';
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
export { explainInWords, type Language } from './words.js';
