import type { Refusal } from '#kernel';
import type { ProblemRegistry } from '../problems/catalogue.js';

/** Why an action is refused: the problem's code, the rules it rests on, and what was found. */
export interface Reason {
  readonly code: string;
  readonly rules: readonly string[];
  readonly facts: object;
}

/** Something that could be asked, where, and why not if it cannot. */
export interface Possible {
  readonly action: string;
  readonly href: string;
  /** What it is about, besides. */
  readonly about?: object;
  readonly refusal?: Refusal;
  /** What the person lacks for it. */
  readonly lacking: Reason | null;
}

/** The reason without words: they stand at `GET /problems/{code}`, and would be most of an answer. */
export function bare({ code, rules, facts }: Reason): object {
  return { code, rules, facts };
}

/** The reason with what happened and what can be done instead, in both languages. */
export function inWords(problems: ProblemRegistry): (reason: Reason) => object {
  return ({ code, rules, facts }) => {
    const sheet = problems.sheet(code);
    return { code, title: sheet?.title, remedy: sheet?.remedy, rules, facts };
  };
}

/** An action as it is answered: allowed, or with the reason it is not. The rule comes before the right. */
export function possibleAction(
  { action, href, about, refusal, lacking }: Possible,
  tell: (reason: Reason) => object,
): object {
  const reason = refusal ? { code: refusal.refused, rules: refusal.rules, facts: refusal.facts } : lacking;
  const shown = { action, ...about, method: 'POST', href };
  return reason ? { ...shown, allowed: false, reason: tell(reason) } : { ...shown, allowed: true };
}
