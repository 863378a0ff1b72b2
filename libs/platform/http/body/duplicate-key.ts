import { pointerStep } from '../problems/field-errors.js';
import { endOfString } from './scan.js';

interface Level {
  /** Keys seen so far; undefined in an array. */
  readonly seen: Set<string> | undefined;
  readonly pointer: string;
  step: string | number;
}

/**
 * Pointer of the first key that stands twice in one object. The text is valid JSON; only asked when the
 * parser kept fewer keys than were written.
 */
export function duplicateKey(text: string): string | undefined {
  const levels: Level[] = [];
  for (let at = 0; at < text.length; at++) {
    const level = levels.at(-1);
    const here = text[at];
    if (here === '{' || here === '[') levels.push(opened(here, level));
    else if (here === '}' || here === ']') levels.pop();
    else if (here === ',' && typeof level?.step === 'number') level.step++;
    else if (here === '"') {
      const end = endOfString(text, at);
      const key = /^\s*:/.test(text.slice(end + 1, end + 40))
        ? (JSON.parse(text.slice(at, end + 1)) as string)
        : undefined;
      at = end;
      if (key === undefined || level?.seen === undefined) continue;
      if (level.seen.has(key)) return level.pointer + pointerStep(key);
      level.seen.add(key);
      level.step = key;
    }
  }
  return undefined;
}

function opened(bracket: string, parent: Level | undefined): Level {
  const pointer = parent === undefined ? '' : parent.pointer + pointerStep(parent.step);
  return bracket === '{' ? { seen: new Set(), pointer, step: '' } : { seen: undefined, pointer, step: 0 };
}
