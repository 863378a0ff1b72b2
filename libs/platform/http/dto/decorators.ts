import { isDay, isDivision, isQuarter } from '#kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateIf, ValidateNested } from 'class-validator';
import { constraint } from './constraint.js';
import {
  codePoints,
  FEN_LIMIT,
  isCodeWord,
  isInstantText,
  isPhone,
  isText,
  isUuidLower,
  isWebAddress,
} from './formats.js';

const ANY_TYPE = ['array', 'boolean', 'null', 'number', 'object', 'string'];

interface Each {
  /** The property is a list and every item must fit; goes with `@IsList`. */
  readonly each?: boolean;
}

/** A class that declares the shape of a request or answer. */
export type DtoClass<T extends object = object> = new () => T;

const text = (accepts: (value: string) => boolean) => (value: unknown) =>
  typeof value === 'string' && accepts(value);

/** A day that exists, `YYYY-MM-DD`. */
export const IsDay = (options: Each = {}): PropertyDecorator =>
  constraint('isDay', { type: 'string', format: 'date' }, text(isDay), options);

/** A moment with its offset (RFC 3339), e.g. `2026-04-03T09:00:00+08:00`. */
export const IsInstant = (options: Each = {}): PropertyDecorator =>
  constraint('isInstant', { type: 'string', format: 'date-time' }, text(isInstantText), options);

/** The code of an administrative division (行政区划代码, GB/T 2260), e.g. `530102`. */
export const IsDivision = (options: Each = {}): PropertyDecorator =>
  constraint('isDivision', { type: 'string', format: 'division' }, text(isDivision), options);

/** A quarter of a year, e.g. `2026Q3`. */
export const IsQuarter = (): PropertyDecorator =>
  constraint('isQuarter', { type: 'string', format: 'quarter' }, text(isQuarter));

/** A telephone number as people write it. */
export const IsPhone = (options: Each = {}): PropertyDecorator =>
  constraint('isPhone', { type: 'string', format: 'phone' }, text(isPhone), options);

/** A UUID in lower case. */
export const IsUuidLower = (options: Each = {}): PropertyDecorator =>
  constraint('isUuidLower', { type: 'string', format: 'uuid' }, text(isUuidLower), options);

/** Text a person wrote, `min` (1) to `max` code points; see `isText`. */
export function IsText({ min = 1, max, each }: { min?: number; max: number } & Each): PropertyDecorator {
  return constraint(
    'isText',
    { type: 'string', minLength: min, maxLength: max, format: 'text' },
    text((value) => isText(value) && codePoints(value) >= min && codePoints(value) <= max),
    { each },
  );
}

/** A code of small letters, digits and hyphens whose list is kept elsewhere, at most `max` long. */
export const IsCodeWord = ({ max }: { max: number }): PropertyDecorator =>
  constraint(
    'isCodeWord',
    { type: 'string', maxLength: max, format: 'code-word' },
    text((value) => isCodeWord(value) && value.length <= max),
  );

/** An address on the web, at most `max` characters long. */
export const IsWebAddress = ({ max }: { max: number }): PropertyDecorator =>
  constraint(
    'isWebAddress',
    { type: 'string', maxLength: max, format: 'web-address' },
    text((value) => isWebAddress(value) && codePoints(value) <= max),
  );

/** Money in 分: a whole number, 0 to 10^13. */
export const IsFen = (options: Each = {}): PropertyDecorator =>
  constraint(
    'isFen',
    { type: 'integer', minimum: 0, maximum: FEN_LIMIT },
    (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= FEN_LIMIT,
    options,
  );

/** One of a closed list of codes, given as a list or as an enum of strings. */
export function IsCode(
  codes: readonly string[] | Readonly<Record<string, string>>,
  options: Each = {},
): PropertyDecorator {
  const allowed: readonly string[] = Object.values(codes);
  return constraint(
    'isCode',
    { type: 'string', enum: allowed },
    text((value) => allowed.includes(value)),
    options,
  );
}

/** Passed to class-validator, and recognised by identity when the schema is made. */
export const isPresent = (_dto: object, value: unknown): boolean => value !== undefined;

/** The field may be left out. Unlike class-validator's `@IsOptional`, `null` is not the same as left out. */
export const MayBeMissing = (): PropertyDecorator => ValidateIf(isPresent);

/** A list of `min` (0) to `max` items; the items are checked by decorators with `each: true`. */
export function IsList({ min = 0, max }: { min?: number; max: number }): PropertyDecorator {
  return all(IsArray(), ArrayMinSize(min), ArrayMaxSize(max));
}

/** What `@Nested` and `@ListOf` lead to; read when the schema is made. */
export class NestedPart {
  constructor(readonly dto: () => DtoClass) {}
}
const nestedParts = new WeakMap<object, Map<string, NestedPart>>();

/** The DTO a property leads to, looked up along the inheritance of its class. */
export function nestedPart(target: DtoClass, property: string): NestedPart | undefined {
  for (
    let at: object | null = target.prototype as object;
    at !== null;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    const part = nestedParts.get(at)?.get(property);
    if (part !== undefined) return part;
  }
  return undefined;
}

/** An object of another DTO class. */
export function Nested(dto: () => DtoClass): PropertyDecorator {
  return all(
    remember(dto),
    Type(dto),
    ValidateNested(),
    constraint('isObject', { type: 'object' }, isPlainObject),
  );
}

/** A list of `min` (0) to `max` objects of another DTO class. */
export function ListOf(
  dto: () => DtoClass,
  { min = 0, max }: { min?: number; max: number },
): PropertyDecorator {
  return all(
    remember(dto),
    Type(dto),
    IsList({ min, max }),
    ValidateNested({ each: true }),
    constraint('isObject', { type: 'object' }, isPlainObject, { each: true }),
  );
}

const isPlainObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function remember(dto: () => DtoClass): PropertyDecorator {
  return (target, property) => {
    const parts = nestedParts.get(target) ?? new Map<string, NestedPart>();
    nestedParts.set(target, parts.set(String(property), new NestedPart(dto)));
  };
}

function all(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => decorators.forEach((decorate) => decorate(target, property));
}

/** In an answer: a moment, or `null` where there is none (yet). */
export const IsInstantOrNull = (): PropertyDecorator =>
  constraint(
    'isInstantOrNull',
    { type: ['string', 'null'], format: 'date-time' },
    (value) => value === null || (typeof value === 'string' && isInstantText(value)),
  );

/** In an answer: a text, or `null` where there is none (yet). */
export const IsTextOrNull = (): PropertyDecorator =>
  constraint(
    'isTextOrNull',
    { type: ['string', 'null'] },
    (value) => value === null || typeof value === 'string',
  );

/** In an answer: a whole number, or `null` where there is none (yet). */
export const IsIntOrNull = (): PropertyDecorator =>
  constraint(
    'isIntOrNull',
    { type: ['integer', 'null'] },
    (value) => value === null || Number.isInteger(value),
  );

/** In an answer: something of several shapes, described in words. */
export const IsAnything = (description: string): PropertyDecorator =>
  constraint('isAnything', { type: ANY_TYPE, description }, () => true);
