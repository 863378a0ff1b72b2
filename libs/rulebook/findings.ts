import type { RulebookProblemCode } from './errors.js';

/** Takes down one fault of meaning. */
export type Add = (code: RulebookProblemCode, pointer: string, found?: string | number) => void;

/** A list in which each value may stand once. */
export function checkTwice(values: readonly string[], at: string, add: Add): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) !== index) add('named-twice', `${at}/${String(index)}`, value);
  });
}
