import { dayInChina, refuse, type JsonObject } from '#kernel';
import { CalendarError, explain, type Calendar, type Explanation, type Pause, type Period } from '#calendar';
import {
  certaintyOf,
  inForce,
  periodOf,
  type Rulebook,
  type Shelf,
  type TermRule,
  type Verification,
} from '#rulebook';
import { RefusalError, toInstant } from '#platform/http';
import type { Source } from '../reckoning-words.js';
import type { CALCULATOR_PROBLEMS } from './problems.js';
import { pausesOf, unfit, type DueDateQuery } from './query.js';

/** A due date with the rule that it rests on, where it rests on one. */
export interface Reckoning {
  readonly rulebook?: Rulebook;
  readonly rule?: TermRule;
  readonly verification?: Verification;
  readonly explanation: Explanation;
}

/** Whether its rulebook was in force on the day on which the term starts; what-if is answered all the same. */
export function wasInForce({ rulebook, explanation }: Reckoning): boolean | undefined {
  return rulebook && inForce(rulebook, dayInChina(explanation.period.startAt));
}

/** The rule that it rests on, as it is told. */
export function sourceOf(reckoning: Reckoning): Source | undefined {
  const { rulebook, rule, verification } = reckoning;
  if (rulebook === undefined || rule === undefined) return undefined;
  return {
    rulebook: rulebook.id,
    ...(wasInForce(reckoning) === false ? { outOfForce: rulebook } : {}),
    article: rule.article,
    verification: verification ?? rule.verification,
    start: rule.start,
  };
}

/** Reckons what was asked for. Throws `validation-failed` (400), or why the question has no answer (422). */
export function reckon(query: DueDateQuery, calendar: Calendar, shelf: Shelf): Reckoning {
  const pauses = pausesOf(query);
  const ruled = ruleOf(query, shelf);
  if (!ruled) return { explanation: explained(calendar, ownPeriod(query, pauses)) };
  const { rule, rulebook } = ruled;
  const period = ruledPeriod(rule, query, pauses);
  const verification = certaintyOf(rule, period);
  return { rulebook, rule, verification, explanation: explained(calendar, period) };
}

function ruleOf(query: DueDateQuery, shelf: Shelf): { rulebook: Rulebook; rule: TermRule } | undefined {
  const { rulebook: id, code, amount, unit, caseClass } = query;
  if (id === undefined && code === undefined && caseClass === undefined) return undefined;
  const own = { ...(amount === undefined ? {} : { amount }), ...(unit === undefined ? {} : { unit }) };
  if (Object.keys(own).length > 0) {
    const ruled = Object.entries({ rulebook: id, code, caseClass }).filter(
      ([, value]) => value !== undefined,
    );
    const fields = [...ruled.map(([name]) => name), ...Object.keys(own)];
    return cannot('term-named-twice', { fields });
  }
  if (id === undefined) return unfit('/rulebook', 'missing');
  if (!shelf.knows(id)) {
    return unfit(
      '/rulebook',
      'not-allowed-value',
      shelf.all.map((one) => one.id),
    );
  }
  const rulebook = shelf.byId(id);
  if (code === undefined) return unfit('/code', 'missing');
  const terms = rulebook.terms.filter(
    ({ appliesTo }) => appliesTo === 'all' || appliesTo === (caseClass ?? 'other'),
  );
  const rule = terms.find((term) => term.code === code);
  const codes = [...new Set(terms.map((term) => term.code))];
  return rule ? { rulebook, rule } : unfit('/code', 'not-allowed-value', codes);
}

function ownPeriod({ start, amount, unit, extension }: DueDateQuery, pauses: readonly Pause[]): Period {
  if (amount === undefined) return unfit('/amount', 'missing');
  if (unit === undefined) return unfit('/unit', 'missing');
  const term = { amount, unit, roll: unit === 'CD' };
  return { startAt: toInstant(start), term, ...changes(pauses, extension) };
}

function ruledPeriod(rule: TermRule, query: DueDateQuery, pauses: readonly Pause[]): Period {
  const { start, extension = 0 } = query;
  const allowed: readonly string[] = rule.pauses;
  const other = pauses.find(({ reason }) => !allowed.includes(reason));
  if (other) return cannot('pause-not-for-this-term', { reason: other.reason, allowed });
  const most = (rule.extension?.max ?? 0) * (rule.extension?.times ?? 0);
  if (extension > most) return cannot('extension-not-allowed', { extension, most });
  return periodOf(rule, { startAt: toInstant(start), ...changes(pauses, query.extension) });
}

function changes(pauses: readonly Pause[], extension: number | undefined): Partial<Period> {
  return {
    ...(pauses.length === 0 ? {} : { pauses }),
    ...(extension === undefined ? {} : { extension }),
  };
}

function explained(calendar: Calendar, period: Period): Explanation {
  try {
    return explain(calendar, period);
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    if (error.code === 'clock-stands-still') return cannot('clock-stands-still', error.facts);
    if (error.code === 'impossible-pause') return cannot('pause-impossible', error.facts);
    if (error.code === 'impossible-term') return unfit('/amount', 'not-a-term');
    // Days that no calendar of ours reaches are the caller's mistake.
    return unfit('/start', 'not-reckoned');
  }
}

function cannot(code: keyof typeof CALCULATOR_PROBLEMS, facts: JsonObject): never {
  throw new RefusalError(refuse(code, [], facts));
}
