import { refuse, type JsonObject, type Refusal } from '#kernel';

/** Why a notice cannot be entered. They rest on deadlines.md 3. */
export const HOLIDAY_REFUSALS = [
  'notice-not-published-yet',
  'notice-unsound',
  'notice-of-year-known',
  'notice-amends-nothing',
  'notice-overtaken',
] as const;

export type HolidayRefusalCode = (typeof HOLIDAY_REFUSALS)[number];
export type HolidayRefusal = Refusal<HolidayRefusalCode>;

export function no(code: HolidayRefusalCode, facts: JsonObject = {}): HolidayRefusal {
  return refuse(code, [], facts);
}
