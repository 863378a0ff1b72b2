import type { JsonObject, JsonValue } from '#kernel';
import type { Words } from './catalogue.js';

export const words = (zh: string, en: string): Words => ({ zh, en });
export const list = (value: JsonValue | undefined): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value ?? '');
export const from =
  (zh: (facts: JsonObject) => string, en: (facts: JsonObject) => string) =>
  (facts: JsonObject): Words =>
    words(zh(facts), en(facts));

export const reread = words(
  '请重新读取案件，查看 actions 中现在可以办理的事项。',
  'Read the case again: `actions` says what can be done now.',
);
export const another = words('请由另一人办理。', 'Let another person do it.');
export const correctTime = words('请核对时间后重新提交。', 'Correct the time and send it again.');
