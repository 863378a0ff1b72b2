import type { Instant } from '#kernel';
import { dueDate, type Calendar, type DueDate, type Pause, type Period, type Term } from '#calendar';
import { RulebookError } from './errors.js';
import type { CaseClass, LimitationRule, Rulebook, StartFact, TermRule } from './types.js';
import { VERIFICATIONS, type Verification } from './verification.js';

/** A due date with the rule it rests on, so that no answer loses the rule's article and verification. */
export interface RuledDueDate {
  readonly rulebook: string;
  readonly rulebookVersion: number;
  readonly rule: TermRule;
  /** How sure the date is: the weakest of the term and those of its parts that the date rests on. */
  readonly verification: Verification;
  readonly due: DueDate;
}

/** Clocks that a fact starts in a case of that class; `all` while the class is not known yet. */
export function termsStartedBy(
  rulebook: Rulebook,
  fact: StartFact,
  caseClass: CaseClass,
): readonly TermRule[] {
  return rulebook.terms.filter((rule) => rule.start === fact && appliesTo(rule.appliesTo, caseClass));
}

/** The time within which a claim of that class must be brought; undefined where the rulebook sets none. */
export function limitationFor(rulebook: Rulebook, caseClass: CaseClass): LimitationRule | undefined {
  return rulebook.limitation.find((rule) => appliesTo(rule.appliesTo, caseClass));
}

/** What the calendar counts. */
export function termOf(rule: TermRule): Term {
  return { amount: rule.amount, unit: rule.unit, roll: rule.roll };
}

export interface Course {
  readonly startAt: Instant;
  /** Pauses of the case; those for a reason that the rule does not know do not stop this clock. */
  readonly pauses?: readonly Pause[];
  /** Days granted in all, in the term's unit. */
  readonly extension?: number;
}

/**
 * One term as it runs in a case.
 * @throws RulebookError extension-not-allowed (A11: not beyond the rule's maximum)
 */
export function periodOf(rule: TermRule, course: Course): Period {
  const { startAt, pauses = [], extension = 0 } = course;
  const most = (rule.extension?.max ?? 0) * (rule.extension?.times ?? 0);
  if (extension > most)
    throw new RulebookError('extension-not-allowed', { code: rule.code, extension, most });
  const stopping = pauses.filter((pause) => (rule.pauses as readonly string[]).includes(pause.reason));
  return {
    startAt,
    term: termOf(rule),
    ...(stopping.length > 0 ? { pauses: stopping } : {}),
    ...(extension > 0 ? { extension } : {}),
  };
}

/**
 * Due dates of every clock that a fact starts.
 * @throws CalendarError as dueDate
 */
export function dueDatesOf(
  calendar: Calendar,
  rulebook: Rulebook,
  fact: StartFact,
  caseClass: CaseClass,
  startAt: Instant,
): readonly RuledDueDate[] {
  return termsStartedBy(rulebook, fact, caseClass).map((rule) =>
    ruledDueDate(calendar, rulebook, rule, { startAt }),
  );
}

/** @throws CalendarError as dueDate; RulebookError extension-not-allowed */
export function ruledDueDate(
  calendar: Calendar,
  rulebook: Rulebook,
  rule: TermRule,
  course: Course,
): RuledDueDate {
  const period = periodOf(rule, course);
  return {
    rulebook: rulebook.id,
    rulebookVersion: rulebook.version,
    rule,
    verification: certaintyOf(rule, period),
    due: dueDate(calendar, period),
  };
}

/** A due date is as sure as the weakest part used for it: a pause that never happened weakens nothing. */
export function certaintyOf(rule: TermRule, period?: Period): Verification {
  const { marks } = rule;
  const used = [rule.verification, marks?.amount, marks?.unit, marks?.start];
  if (period?.pauses?.some(({ from, until }) => from !== until)) used.push(marks?.pauses);
  if ((period?.extension ?? 0) > 0) used.push(marks?.extension);
  return VERIFICATIONS.findLast((verification) => used.includes(verification)) ?? rule.verification;
}

function appliesTo(rule: CaseClass, caseClass: CaseClass): boolean {
  return rule === 'all' || rule === caseClass;
}
