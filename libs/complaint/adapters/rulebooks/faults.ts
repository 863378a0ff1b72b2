import type { Place } from './located-json.js';
import { FAULT_WORDS, type FaultCode } from './words.js';

/** One fault of a rulebook in a file. */
export interface RulebookFault extends Place {
  readonly file: string;
  /** JSON pointer (RFC 6901) of the place. */
  readonly pointer: string;
  readonly code: FaultCode;
  readonly found?: string;
  /** What may stand there. */
  readonly allowed?: readonly string[];
}

/** `file:line:column pointer`, then what was found and what is wrong with it. */
export function sentenceOf(fault: RulebookFault): { readonly zh: string; readonly en: string } {
  const { file, line, column, pointer, code, found, allowed } = fault;
  const at = `${file}:${String(line)}:${String(column)} ${pointer || '/'}`;
  const { zh, en } = FAULT_WORDS[code];
  const list = allowed?.join(', ');
  return {
    zh: `${at}${found === undefined ? '' : ` “${found}”`}：${zh}${list === undefined ? '' : `（可用：${list}）`}。`,
    en: `${at}${found === undefined ? '' : ` "${found}"`}: ${en}${list === undefined ? '' : ` (known: ${list})`}.`,
  };
}

/** The rulebooks of an installation cannot be used: every fault of every file, each with its line. */
export class RulebooksUnusable extends Error {
  override readonly name = 'RulebooksUnusable';

  constructor(readonly faults: readonly RulebookFault[]) {
    const sentences = faults.map(sentenceOf).flatMap(({ zh, en }) => [zh, en]);
    super(['规则集有误，未启动。The rulebooks have faults; nothing was started.', ...sentences].join('\n'));
  }
}
