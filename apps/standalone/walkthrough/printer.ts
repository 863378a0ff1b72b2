import type { JsonObject } from '#kernel';
import { eventLine, type HistoryEvent } from './event-line.js';
import { CLOCK_WORDS, EVENT_WORDS, padded } from './words.js';

/** How the due date of a clock was counted, in words. */
export type Explanations = ReadonlyMap<
  string,
  { readonly zh: readonly string[]; readonly en: readonly string[] }
>;

const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  ClockStarted: ['◷', '36'],
  ClockReminded: ['◔', '33'],
  ClockMet: ['✓', '32'],
  ClockMetLate: ['~', '33'],
  ClockMissed: ['✗', '31'],
  Escalated: ['↑', '31'],
  ChainOverrunForeseen: ['!', '33'],
};
const INDENT = ' '.repeat(8);

/** Prints the story for a person at a terminal, or into a file: no colours there. */
export class Printer {
  constructor(
    private readonly colours: boolean,
    private readonly write: (line: string) => void = (line) => console.log(line),
  ) {}

  chapter(zh: string, en: string): void {
    this.write('');
    this.write(this.coloured('1', `━━ ${zh} · ${en} `.padEnd(60, '━')));
  }

  scene(when: string, who: string, zh: string, en: string): void {
    this.write('');
    this.write(`${this.coloured('1', when)}  ${padded(who, 24)}${zh}`);
    this.write(`${' '.repeat(when.length + 26)}${this.coloured('2', en)}`);
  }

  event(event: HistoryEvent, explanations: Explanations, day?: string): void {
    const name = event.type === 'ClockMet' && event.data['inTime'] !== true ? 'ClockMetLate' : event.type;
    const [mark, colour] = MARKS[name] ?? ['•', '0'];
    const [zh, en] = EVENT_WORDS[name] ?? [name, name];
    const detail = eventLine(event).slice(event.type.length).trim();
    const line = `${mark} ${day ? `${day}  ` : ''}${padded(zh, 24)}${padded(en, 34)}${detail}${clockName(event.data)}`;
    this.write(`${INDENT}${this.coloured(colour, line)}`);
    const words = event.type === 'ClockStarted' ? explanations.get(event.data['clock'] as string) : undefined;
    if (!words) return;
    for (const text of [words.zh, words.en]) {
      for (const part of text) this.write(`${INDENT}    ${this.coloured('2', part)}`);
    }
  }

  refusal(status: number, problem: JsonObject): void {
    const rules = (problem['rules'] as string[]).join(', ');
    const code = `${status} ${problem['code'] as string}${rules ? `  [${rules}]` : ''}`;
    this.write(`${INDENT}${this.coloured('35', `⊘ ${code}`)}`);
    const messages = problem['messages'] as Record<
      string,
      { title: string; detail?: string; remedy: string }
    >;
    for (const language of ['zh', 'en']) {
      const { title = '', detail, remedy = '' } = messages[language] ?? {};
      this.write(`${INDENT}    ${title}${detail ? ` — ${detail}` : ''}`);
      this.write(`${INDENT}    → ${remedy}`);
    }
  }

  line(text: string): void {
    this.write(text);
  }

  private coloured(code: string, text: string): string {
    return this.colours && code !== '0' ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}

function clockName(data: JsonObject): string {
  const words = CLOCK_WORDS[((data['clock'] as string | undefined) ?? '').split('.')[0] ?? ''];
  return words ? `  ${words[0]} ${words[1]}` : '';
}
