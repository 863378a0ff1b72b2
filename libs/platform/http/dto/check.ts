import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isDay, isDivision, isQuarter, type JsonObject } from '#kernel';
import { ProblemError } from '../problems/errors.js';
import { fieldError, type FieldError, type FieldErrorCode, pointerStep } from '../problems/field-errors.js';
import type { DtoClass } from './decorators.js';
import { isCodeWord, isInstantText, isPhone, isText, isUuidLower, isWebAddress } from './formats.js';
import { PERSON_FORMATS } from './persons.js';
import { jsonSchemaOf } from './schema-of.js';

/** How many errors one answer lists. */
const SHOWN = 20;

const ajv = new Ajv({
  strict: true,
  // Answers may say `null` where there is nothing yet; no request may.
  allowUnionTypes: true,
  allErrors: true,
  formats: {
    date: isDay,
    'date-time': isInstantText,
    uuid: isUuidLower,
    phone: isPhone,
    division: isDivision,
    quarter: isQuarter,
    text: isText,
    'code-word': isCodeWord,
    'web-address': isWebAddress,
    ...Object.fromEntries(PERSON_FORMATS.map((format) => [format, isText])),
  },
});

const compiled = new Map<DtoClass, ValidateFunction>();

/** The compiled check of a DTO class. Compiling happens once, when a controller that uses the class is loaded. */
export function checkOf(dto: DtoClass): ValidateFunction {
  const known = compiled.get(dto);
  if (known !== undefined) return known;
  const check = ajv.compile(jsonSchemaOf(dto));
  compiled.set(dto, check);
  return check;
}

/** Returns the value when it fits the class; otherwise throws `validation-failed` (400) with up to 20 field errors. */
export function checked<T extends object>(dto: DtoClass<T>, value: unknown, place: 'body' | 'query'): T {
  const check = checkOf(dto);
  if (check(value)) return value as T;
  const errors = fieldErrors(check.errors ?? [], place);
  throw new ProblemError('validation-failed', {
    facts: { count: errors.length },
    errors: errors.slice(0, SHOWN),
  });
}

function fieldErrors(found: readonly ErrorObject[], place: 'body' | 'query'): FieldError[] {
  const byPointer = new Map<string, FieldError>();
  for (const error of found) {
    const { code, pointer, facts } = translated(error);
    // A text that is too short is often blank as well; the first complaint about a field is enough.
    if (!byPointer.has(pointer)) byPointer.set(pointer, fieldError(code, pointer, facts, place));
  }
  return [...byPointer.values()];
}

const BY_FORMAT: Readonly<Record<string, FieldErrorCode>> = {
  date: 'not-a-day',
  'date-time': 'not-an-instant',
  uuid: 'not-a-uuid',
  phone: 'not-a-phone',
  division: 'not-a-division',
  quarter: 'not-a-quarter',
  text: 'not-a-text',
  'code-word': 'not-a-code-word',
  'web-address': 'not-a-web-address',
  ...Object.fromEntries(PERSON_FORMATS.map((format) => [format, 'not-a-text' as const])),
};

const BY_LIMIT: Readonly<Record<string, FieldErrorCode>> = {
  minLength: 'too-short',
  maxLength: 'too-long',
  minimum: 'too-small',
  maximum: 'too-large',
  minItems: 'too-few',
  maxItems: 'too-many',
};

interface Translated {
  readonly code: FieldErrorCode;
  readonly pointer: string;
  readonly facts?: JsonObject;
}

function translated({ keyword, instancePath: pointer, params }: ErrorObject): Translated {
  const said = params as Record<string, unknown>;
  const limit = BY_LIMIT[keyword];
  if (limit !== undefined) return { code: limit, pointer, facts: { limit: said.limit as number } };
  switch (keyword) {
    case 'required':
      return { code: 'missing', pointer: pointer + pointerStep(said.missingProperty as string) };
    case 'additionalProperties':
      return { code: 'unknown-field', pointer: pointer + pointerStep(said.additionalProperty as string) };
    case 'enum':
      return { code: 'not-allowed-value', pointer, facts: { allowed: said.allowedValues as string[] } };
    case 'format':
      return {
        code: BY_FORMAT[said.format as string] ?? 'wrong-type',
        pointer,
        facts: { expected: said.format as string },
      };
    case 'uniqueItems':
      return { code: 'not-unique', pointer };
    default:
      return {
        code: 'wrong-type',
        pointer,
        facts: { expected: (said.type as string | undefined) ?? keyword },
      };
  }
}
