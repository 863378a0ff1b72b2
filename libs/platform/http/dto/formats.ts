import { isDay, type Instant } from '#kernel';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|[+-](\d{2}):(\d{2}))$/;
/** 9999-12-31T23:59:59.999Z: later moments no longer sort as strings. */
const LAST_MS = 253_402_300_799_999;
/** 0001-01-01T00:00:00Z. */
const FIRST_MS = -62_135_596_800_000;

/** RFC 3339 with an offset, a date and time that exist; second 60 is refused, since no clock here can keep it. */
export function isInstantText(text: string): boolean {
  const [, day = '', hour, minute, second, offsetHour = '0', offsetMinute = '0'] = INSTANT.exec(text) ?? [];
  if (hour === undefined || !isDay(day)) return false;
  if (+hour > 23 || +minute! > 59 || +second! > 59 || +offsetHour > 23 || +offsetMinute > 59) return false;
  const ms = Date.parse(text);
  return ms >= FIRST_MS && ms <= LAST_MS;
}

/** A checked date-time as the instant the domain uses (UTC, milliseconds). */
export function toInstant(text: string): Instant {
  return new Date(text).toISOString();
}

/** C0 but tab and line feed, DEL, C1, and the line separators that break logs and forms. */

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/;

/** Text a person wrote: not blank, no white space around it, whole characters only, no control characters but tab and line feed. */
export function isText(text: string): boolean {
  return text.length > 0 && text.trim() === text && text.isWellFormed() && !CONTROL.test(text);
}

const CODE_WORD = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A code such as `lodging-below-grade`: what stands in clear in events must not be a sentence about a person. */
export function isCodeWord(text: string): boolean {
  return CODE_WORD.test(text);
}

/** Length as people count it: code points, so that a rare Han character is one. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) if (text.codePointAt(at)! > 0xffff) count--;
  return count;
}

const PHONE = /^(?:\+|00)?\d(?:[ -]?\d){4,18}(?:(?:转|#|-?x)\d{1,6})?$/;

/** A telephone number as people write it: mobile, landline with area code, 400, short service number, foreign with +; an extension after 转, # or x. */
export function isPhone(text: string): boolean {
  return PHONE.test(text);
}

const UUID_LOWER = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID in lower case: ids are compared and hashed as text. */
export function isUuidLower(text: string): boolean {
  return UUID_LOWER.test(text);
}

/** An address on the web (http or https) of a host, without a name or password in it. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s@]+$/i.test(text) || !isText(text)) return false;
  return URL.canParse(text) && new URL(text).hostname.includes('.');
}

/** 分: at most a hundred billion yuan, far below where JavaScript stops counting exactly. */
export const FEN_LIMIT = 1e13;
