import type { JsonObject } from '#kernel';

/** One sentence in the two languages of every answer: 简体中文 and plain English. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The languages an answer can be led by. */
export type Language = keyof Words;

/** What an answer says for one code: HTTP status, what happened, and what the caller can do instead. */
export interface ProblemSheet {
  readonly status: number;
  readonly title: Words;
  /** A sentence made from the facts of this occurrence. Facts never hold personal data. */
  readonly detail?: (facts: JsonObject) => Words;
  readonly remedy: Words;
}

/**
 * A sheet for every code of a union: `const COMPLAINT_PROBLEMS = {…} satisfies ProblemCatalogue<ComplaintRefusal>`
 * does not compile while a code has no sheet.
 */
export type ProblemCatalogue<Code extends string> = Readonly<Record<Code, ProblemSheet>>;

const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** All codes an application can answer with. Two sheets for one code, or a code that is not kebab-case, stop the start. */
export class ProblemRegistry {
  private readonly sheets = new Map<string, ProblemSheet>();

  constructor(...catalogues: readonly ProblemCatalogue<string>[]) {
    for (const catalogue of catalogues) {
      for (const [code, sheet] of Object.entries(catalogue)) this.add(code, sheet);
    }
  }

  /** The sheet of a code; undefined when nobody declared it. */
  sheet(code: string): ProblemSheet | undefined {
    return this.sheets.get(code);
  }

  /** All codes, sorted. */
  codes(): readonly string[] {
    return [...this.sheets.keys()].sort();
  }

  private add(code: string, sheet: ProblemSheet): void {
    if (!CODE.test(code)) throw new Error(`problem code "${code}" is not kebab-case`);
    if (this.sheets.has(code)) throw new Error(`problem code "${code}" is declared twice`);
    this.sheets.set(code, sheet);
  }
}
