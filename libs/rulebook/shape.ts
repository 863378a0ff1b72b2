import { isDay } from '#kernel';
import type { RulebookProblem, RulebookProblemCode } from './errors.js';
import { JURISDICTION_BASES, SEVERAL_COMPETENT, SUPERIOR_POWERS } from './jurisdiction.js';
import {
  DEPOSIT_EXCLUSIONS,
  DEPOSIT_FORMS,
  DEPOSIT_GROUNDS,
  FAILED_MEDIATION,
  PUBLICATIONS,
  REJECTION_GROUNDS,
  REMEDIES,
  REVOCATION_GROUNDS,
} from './procedure.js';
import {
  CASE_CLASSES,
  CLOCK_CODES,
  CONSEQUENCES,
  EXTENSION_GRANTERS,
  LIMITATION_STARTS,
  PAUSE_REASONS,
  RULEBOOK_KINDS,
  START_FACTS,
  STOP_FACTS,
  TERM_PARTS,
} from './types.js';
import { VERIFICATIONS } from './verification.js';

type Check = (value: unknown, at: string, problems: RulebookProblem[]) => void;

/** Faults of form: fields missing, unknown or of the wrong kind. Empty: the value has the shape of a Rulebook. */
export function problemsOfShape(value: unknown): readonly RulebookProblem[] {
  const problems: RulebookProblem[] = [];
  rulebook(value, '', problems);
  return problems;
}

function fault(
  code: RulebookProblemCode,
  pointer: string,
  value?: unknown,
  allowed?: readonly string[],
): RulebookProblem {
  const found = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  return {
    pointer,
    code,
    ...(found === undefined ? {} : { found: found.slice(0, 80) }),
    ...(allowed === undefined ? {} : { allowed }),
  };
}

const text: Check = (value, at, problems) => {
  if (typeof value !== 'string') problems.push(fault('not-a-text', at, value));
  else if (value.trim() === '') problems.push(fault('empty', at));
};

const number: Check = (value, at, problems) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) problems.push(fault('not-a-number', at, value));
};

const flag: Check = (value, at, problems) => {
  if (typeof value !== 'boolean') problems.push(fault('not-true-or-false', at, value));
};

const day: Check = (value, at, problems) => {
  if (!(typeof value === 'string' && isDay(value))) problems.push(fault('not-a-day', at, value));
};

const dayOrNull: Check = (value, at, problems) => {
  if (value !== null) day(value, at, problems);
};

const oneOf =
  (values: readonly string[]): Check =>
  (value, at, problems) => {
    if (typeof value !== 'string' || !values.includes(value))
      problems.push(fault('unknown-value', at, value, values));
  };

const list =
  (item: Check): Check =>
  (value, at, problems) => {
    if (!Array.isArray(value)) problems.push(fault('not-a-list', at, value));
    else
      value.forEach((element, index) => {
        item(element, `${at}/${String(index)}`, problems);
      });
  };

const fields =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, at, problems) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.push(fault('not-an-object', at, value));
      return;
    }
    const given = new Map(Object.entries(value));
    const names = [...Object.keys(required), ...Object.keys(optional)];
    for (const [name, check] of Object.entries(required)) {
      if (given.has(name)) check(given.get(name), `${at}/${name}`, problems);
      else problems.push(fault('missing', `${at}/${name}`));
    }
    for (const [name, field] of given) {
      if (Object.hasOwn(required, name)) continue;
      const check = Object.hasOwn(optional, name) ? optional[name] : undefined;
      if (check === undefined) problems.push(fault('unknown-field', `${at}/${escaped(name)}`, name, names));
      else check(field, `${at}/${name}`, problems);
    }
  };

function escaped(name: string): string {
  return name.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1');
}

const verification = oneOf(VERIFICATIONS);

const term = fields(
  {
    code: oneOf(CLOCK_CODES),
    appliesTo: oneOf(CASE_CLASSES),
    start: oneOf(START_FACTS),
    stop: list(oneOf(STOP_FACTS)),
    amount: number,
    unit: oneOf(['WD', 'CD', 'H']),
    roll: flag,
    pauses: list(oneOf(PAUSE_REASONS)),
    reminders: list(fields({ rung: text, before: number })),
    onMiss: oneOf(CONSEQUENCES),
    article: text,
    verification,
  },
  {
    pauseCaps: list(fields({ reason: oneOf(PAUSE_REASONS), max: number })),
    extension: fields({ max: number, times: number, by: oneOf(EXTENSION_GRANTERS) }),
    announce: flag,
    marks: fields({}, Object.fromEntries(TERM_PARTS.map((part) => [part, verification]))),
  },
);

const limitation = fields({
  appliesTo: oneOf(CASE_CLASSES),
  days: number,
  start: oneOf(LIMITATION_STARTS),
  extendable: flag,
  article: text,
  verification,
});

const provision = (value: Check): Check => fields({ value, article: text, verification });

const procedure = fields(
  {
    failedMediation: provision(oneOf(FAILED_MEDIATION)),
    revocationGrounds: provision(list(oneOf(REVOCATION_GROUNDS))),
    depositGrounds: provision(list(oneOf(DEPOSIT_GROUNDS))),
    depositExclusions: provision(list(oneOf(DEPOSIT_EXCLUSIONS))),
    depositForm: provision(oneOf(DEPOSIT_FORMS)),
    remedies: provision(list(fields({ remedy: oneOf(REMEDIES) }, { days: number }))),
    rejectionGrounds: provision(list(oneOf(REJECTION_GROUNDS))),
    oralForms: provision(flag),
    immediateAction: provision(flag),
    closing: provision(flag),
  },
  {
    publication: provision(oneOf(PUBLICATIONS)),
    courtConfirmation: provision(fields({ days: number, since: day })),
  },
);

const jurisdiction = fields({
  bases: provision(list(oneOf(JURISDICTION_BASES))),
  urgent: provision(list(oneOf(JURISDICTION_BASES))),
  several: provision(oneOf(SEVERAL_COMPETENT)),
  superior: provision(list(oneOf(SUPERIOR_POWERS))),
});

const rulebook = fields(
  {
    id: text,
    version: number,
    title: fields({ zh: text, en: text }),
    kind: oneOf(RULEBOOK_KINDS),
    validFrom: dayOrNull,
    validTo: dayOrNull,
    terms: list(term),
    limitation: list(limitation),
    unknown: list(text),
  },
  { procedure, jurisdiction },
);
