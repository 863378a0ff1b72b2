import type { JsonObject, JsonValue } from '#kernel';
import type { Words } from './catalogue.js';

const show = (value: JsonValue | undefined): string =>
  Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : JSON.stringify(value);
const words = (zh: string, en: string): Words => ({ zh, en });

const SENTENCES = {
  'body-missing': () => words('缺少请求体', 'the body is missing'),
  'not-an-object': () => words('须为 JSON 对象', 'must be a JSON object'),
  'invalid-syntax': () => words('JSON 语法错误', 'is not valid JSON'),
  'invalid-utf8': () => words('不是有效的 UTF-8', 'is not valid UTF-8'),
  'too-deep': (f) => words(`嵌套超过 ${show(f.limit)} 层`, `is nested deeper than ${show(f.limit)} levels`),
  'too-many-keys': (f) => words(`键超过 ${show(f.limit)} 个`, `has more than ${show(f.limit)} keys`),
  'too-many-values': (f) => words(`值超过 ${show(f.limit)} 个`, `has more than ${show(f.limit)} values`),
  'duplicate-key': () => words('键重复', 'appears twice'),
  'forbidden-key': () => words('不允许使用此键名', 'is a key that is not allowed'),
  'nul-character': () => words('含有空字符（NUL）', 'contains a NUL character'),
  'lone-surrogate': () => words('含有不完整的字符', 'contains half of a character (a lone surrogate)'),
  'number-out-of-range': () => words('数字超出可准确表示的范围', 'is a number that cannot be kept exactly'),
  missing: () => words('必填', 'is required'),
  'unknown-field': () => words('没有此字段', 'is not a known field'),
  'wrong-type': (f) => words(`类型须为 ${show(f.expected)}`, `must be of type ${show(f.expected)}`),
  'not-allowed-value': (f) => words(`须为下列之一：${show(f.allowed)}`, `must be one of: ${show(f.allowed)}`),
  'not-a-day': () => words('须为存在的日期，格式 YYYY-MM-DD', 'must be a day that exists, as YYYY-MM-DD'),
  'not-an-instant': () =>
    words(
      '须为带时区的时刻，如 2026-04-03T09:00:00+08:00',
      'must be a moment with its offset, such as 2026-04-03T09:00:00+08:00',
    ),
  'not-known': () => words('本系统中没有', 'names nothing that is known here'),
  'not-an-interval': () =>
    words(
      '须为 起日/止日，如 2026-04-07/2026-04-10；未止者写 ..，其后可加 /事由',
      'must be two days with a slash between, such as 2026-04-07/2026-04-10 (.. while it lasts), and may name a reason after another slash',
    ),
  'not-reckoned': () => words('超出可推算的日期范围', 'lies beyond the days that can be reckoned'),
  'not-a-term': () =>
    words(
      '日须为正整数；小时须为整分钟，如 0.5 为半小时',
      'must be a whole number of days, or hours in whole minutes (half an hour is 0.5)',
    ),
  'in-the-future': () => words('不得晚于今日', 'must not lie in the future'),
  'not-a-code-word': () =>
    words('须为小写字母、数字和连字符组成的代码', 'must be a code of small letters, digits and hyphens'),
  'not-a-text': () =>
    words(
      '不能为空白、不能以空白开头或结尾、不能含控制字符',
      'must not be blank, start or end with white space, or contain control characters',
    ),
  'not-a-phone': () => words('须为电话号码', 'must be a telephone number'),
  'not-a-web-address': () =>
    words('须为 http 或 https 网址', 'must be a web address that begins with http:// or https://'),
  'not-a-division': () =>
    words(
      '须为六位行政区划代码（GB/T 2260），如 530102',
      'must be the six-digit code of an administrative division (GB/T 2260), such as 530102',
    ),
  'not-a-quarter': () => words('须为季度，如 2026Q3', 'must be a quarter, such as 2026Q3'),
  'not-a-uuid': () => words('须为小写 UUID', 'must be a UUID in lower case'),
  'not-an-as-of': () =>
    words('须为版本号或带时区的时刻', 'must be a revision number or a moment with its offset'),
  'too-short': (f) => words(`至少 ${show(f.limit)} 个字符`, `must have at least ${show(f.limit)} characters`),
  'too-long': (f) => words(`至多 ${show(f.limit)} 个字符`, `must have at most ${show(f.limit)} characters`),
  'too-small': (f) => words(`不得小于 ${show(f.limit)}`, `must not be less than ${show(f.limit)}`),
  'too-large': (f) => words(`不得大于 ${show(f.limit)}`, `must not be greater than ${show(f.limit)}`),
  'too-few': (f) => words(`至少 ${show(f.limit)} 项`, `must have at least ${show(f.limit)} items`),
  'too-many': (f) => words(`至多 ${show(f.limit)} 项`, `must have at most ${show(f.limit)} items`),
  'not-unique': () => words('各项不得重复', 'must not contain the same item twice'),
} as const satisfies Record<string, (facts: JsonObject) => Words>;

/** What can be wrong with one field. */
export type FieldErrorCode = keyof typeof SENTENCES;

/** One thing that is wrong, and where: a JSON pointer (RFC 6901) into the body, or into the query as an object. */
export interface FieldError {
  readonly in: 'body' | 'query' | 'header' | 'path';
  readonly pointer: string;
  readonly code: FieldErrorCode;
  readonly messages: Words;
}

/** Longest pointer that is sent back; keys chosen by a client can be as long as its body. */
const POINTER_LIMIT = 200;

/** Builds a field error; `facts` fill its sentence (`limit`, `allowed`, `expected`). */
export function fieldError(
  code: FieldErrorCode,
  pointer: string,
  facts: JsonObject = {},
  place: FieldError['in'] = 'body',
): FieldError {
  const shown =
    pointer.length > POINTER_LIMIT ? `${pointer.slice(0, POINTER_LIMIT).toWellFormed()}…` : pointer;
  return { in: place, pointer: shown, code, messages: SENTENCES[code](facts) };
}

/** One step of a JSON pointer, escaped. */
export function pointerStep(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
