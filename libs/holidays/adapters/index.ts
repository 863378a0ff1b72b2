export * from './http/holidays-http.module.js';
export { HolidayNoticeDto, noticeInputOf } from './http/notice.dto.js';
export { HOLIDAY_PROBLEMS } from './http/problems.js';
export * from './nest/holidays.module.js';
