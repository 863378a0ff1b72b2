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

/** What can be done now. */
export function allowedActions(all: readonly Possible[]): object[] {
  return all.filter((possible) => reasonAgainst(possible) === null).map(allowed);
}

/** Every action: allowed, or with what stands against it and what can be done instead, in both languages. */
export function everyAction(all: readonly Possible[], problems: ProblemRegistry): object[] {
  return all.map((possible) => {
    const reason = reasonAgainst(possible);
    return reason
      ? { ...allowed(possible), allowed: false, reason: inWords(reason, problems) }
      : allowed(possible);
  });
}

/** The rule comes before the right. */
function reasonAgainst({ refusal, lacking }: Possible): Reason | null {
  return refusal ? { code: refusal.refused, rules: refusal.rules, facts: refusal.facts } : lacking;
}

function allowed({ action, about, href }: Possible) {
  return { action, ...about, method: 'POST', href, allowed: true };
}

function inWords({ code, rules, facts }: Reason, problems: ProblemRegistry): object {
  const sheet = problems.sheet(code);
  return { code, title: sheet?.title, remedy: sheet?.remedy, rules, facts };
}
