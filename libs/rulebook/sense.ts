import type { RulebookProblem } from './errors.js';
import { checkTwice, type Add } from './findings.js';
import { checkJurisdiction } from './sense-of-jurisdiction.js';
import { checkCourse } from './sense-of-course.js';
import { checkProcedure } from './sense-of-procedure.js';
import type { CaseClass, Rulebook, TermRule } from './types.js';

/** Longer than this no term of any source is; a slip of the pen is likelier. */
const LONGEST = { WD: 1_000, CD: 1_500, H: 10_000 } as const;

/** Faults of meaning in data that has the right shape. */
export function problemsOfSense(rulebook: Rulebook): readonly RulebookProblem[] {
  const problems: RulebookProblem[] = [];
  const add: Add = (code, pointer, found) =>
    problems.push({ pointer, code, ...(found === undefined ? {} : { found: String(found) }) });

  if (!Number.isInteger(rulebook.version)) add('not-whole', '/version', rulebook.version);
  else if (rulebook.version < 1) add('not-positive', '/version', rulebook.version);
  const { validFrom, validTo } = rulebook;
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    add('validity-reversed', '/validTo', validTo);
  rulebook.terms.forEach((term, index) => {
    checkTerm(term, `/terms/${String(index)}`, add);
    checkCourse(rulebook, term, `/terms/${String(index)}`, add);
  });
  checkTermsTwice(rulebook, add);
  checkLimitation(rulebook, add);
  checkProcedure(rulebook, add);
  checkJurisdiction(rulebook, add);
  checkTwice(rulebook.unknown, '/unknown', add);
  return problems;
}

function checkTerm(term: TermRule, at: string, add: Add): void {
  const whole = Number.isInteger(term.unit === 'H' ? term.amount * 60 : term.amount);
  if (!whole) add('not-whole', `${at}/amount`, term.amount);
  if (term.amount <= 0) add('not-positive', `${at}/amount`, term.amount);
  if (term.amount > LONGEST[term.unit]) add('too-long', `${at}/amount`, term.amount);
  if (term.unit === 'H' && term.roll) add('hours-roll', `${at}/roll`);
  if (term.unit === 'H' && term.pauses.length > 0) add('hours-paused', `${at}/pauses`);
  if (term.stop.length === 0) add('empty', `${at}/stop`);
  checkTwice(term.stop, `${at}/stop`, add);
  checkTwice(term.pauses, `${at}/pauses`, add);
  checkPauseCaps(term, at, add);
  checkReminders(term, at, add);
  for (const part of ['max', 'times'] as const) {
    const value = term.extension?.[part] ?? 1;
    if (!Number.isInteger(value)) add('not-whole', `${at}/extension/${part}`, value);
    if (value <= 0) add('not-positive', `${at}/extension/${part}`, value);
  }
}

/** A cap is for a reason that stops the clock, and at least one of its units. */
function checkPauseCaps({ pauseCaps = [], pauses }: TermRule, at: string, add: Add): void {
  pauseCaps.forEach(({ reason, max }, index) => {
    const place = `${at}/pauseCaps/${String(index)}`;
    if (!pauses.includes(reason)) add('cap-without-pause', `${place}/reason`, reason);
    if (!Number.isInteger(max)) add('not-whole', `${place}/max`, max);
    if (max <= 0) add('not-positive', `${place}/max`, max);
  });
  checkTwice(
    pauseCaps.map(({ reason }) => reason),
    `${at}/pauseCaps`,
    add,
  );
}

/** Part of the name of a timer. The end of a term and of a pause have rungs of their own. */
const RUNG = /^(?!(?:due|resume)$)[\p{L}\p{M}\p{N}-]+$/u;

function checkReminders(term: TermRule, at: string, add: Add): void {
  term.reminders.forEach(({ rung, before }, index) => {
    if (!RUNG.test(rung)) add('not-a-rung', `${at}/reminders/${String(index)}/rung`, rung);
    const place = `${at}/reminders/${String(index)}/before`;
    if (!Number.isInteger(term.unit === 'H' ? before * 60 : before)) add('not-whole', place, before);
    if (before < 0 || before >= term.amount) add('reminder-not-within-term', place, before);
  });
  checkTwice(
    term.reminders.map((reminder) => reminder.rung),
    `${at}/reminders`,
    add,
  );
}

function checkTermsTwice({ terms }: Rulebook, add: Add): void {
  terms.forEach((term, index) => {
    const earlier = terms.slice(0, index);
    const same = (other: TermRule) => other.code === term.code && overlap(other.appliesTo, term.appliesTo);
    if (earlier.some(same)) add('term-twice', `/terms/${String(index)}`, term.code);
  });
}

function checkLimitation({ limitation }: Rulebook, add: Add): void {
  limitation.forEach((rule, index) => {
    const at = `/limitation/${String(index)}`;
    if (!Number.isInteger(rule.days)) add('not-whole', `${at}/days`, rule.days);
    if (rule.days <= 0) add('not-positive', `${at}/days`, rule.days);
    if (limitation.slice(0, index).some((other) => overlap(other.appliesTo, rule.appliesTo))) {
      add('named-twice', at, rule.appliesTo);
    }
  });
}

function overlap(a: CaseClass, b: CaseClass): boolean {
  return a === b || a === 'all' || b === 'all';
}
