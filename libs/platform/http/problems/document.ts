import type { JsonObject } from '#kernel';
import type { Language, ProblemRegistry, ProblemSheet, Words } from './catalogue.js';
import type { FieldError } from './field-errors.js';

/** What one language says. */
export interface ProblemWords {
  readonly title: string;
  readonly detail?: string;
  readonly remedy: string;
}

/** A problem as it is answered (RFC 9457); `title`, `detail` and `remedy` are in the language asked for. */
export interface ProblemDocument extends ProblemWords {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly instance: string;
  readonly traceId: string;
  /** Ids of the rules behind a refusal (G03, A17 …). */
  readonly rules: readonly string[];
  readonly errors: readonly FieldError[];
  readonly facts: JsonObject;
  readonly messages: Readonly<Record<Language, ProblemWords>>;
}

/** What is to be said, before language and place are known. */
export interface ProblemCase {
  readonly code: string;
  readonly facts?: JsonObject;
  readonly rules?: readonly string[];
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where it happened and for whom. */
export interface ProblemPlace {
  readonly language: Language;
  /** Path of the request, without its query. */
  readonly path: string;
  readonly traceId: string;
}

/** The media type of every problem. */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
/** Longest path that is repeated in `instance`. */
const INSTANCE_LIMIT = 300;

/** Writes a problem down. A code without a sheet is a fault of ours: the caller asks `registry` first. */
export function problemDocument(
  registry: ProblemRegistry,
  problem: ProblemCase,
  place: ProblemPlace,
): ProblemDocument {
  const sheet = registry.sheet(problem.code);
  if (sheet === undefined) throw new Error(`no problem sheet for "${problem.code}"`);
  const facts = problem.facts ?? {};
  const messages = problemWords(sheet, sheet.detail?.(facts));
  return {
    type: `/problems/${problem.code}`,
    ...messages[place.language],
    status: sheet.status,
    code: problem.code,
    instance: place.path.slice(0, INSTANCE_LIMIT),
    traceId: place.traceId,
    rules: problem.rules ?? [],
    errors: problem.errors ?? [],
    facts,
    messages,
  };
}

/** The words of a sheet, language by language. */
export function problemWords(sheet: ProblemSheet, detail?: Words): Record<Language, ProblemWords> {
  const say = (language: Language): ProblemWords => ({
    title: sheet.title[language],
    ...(detail === undefined ? {} : { detail: detail[language] }),
    remedy: sheet.remedy[language],
  });
  return { zh: say('zh'), en: say('en') };
}

/** The language to lead with: the best-rated of Chinese and English in `Accept-Language`; Chinese when in doubt. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  let best: Language = 'zh';
  let rating = 0;
  for (const part of (acceptLanguage ?? '').slice(0, 200).split(',')) {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const language = /^(zh|en)(-|$)/.exec(range)?.[1] as Language | undefined;
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = q === undefined ? 1 : Number(q.slice(2));
    if (language !== undefined && weight > rating) [best, rating] = [language, weight];
  }
  return best;
}
