import { constraint } from './constraint.js';
import type { DtoClass } from './decorators.js';
import { codePoints, isText } from './formats.js';
import { pointerStep } from '../problems/field-errors.js';
import { jsonSchemaOf } from './schema-of.js';

/** Among whom a field looks for the person: the people of the office or operator of who acts, or those of every office. */
export type PersonsOf = 'own' | 'any-office';

/** Somebody whom a body names by the id that he signs in with, and where in the body. */
export interface PersonNamed {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly id: string;
  readonly of: PersonsOf;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Everybody whom the checked body names, for who knows the people to judge. */
    personsNamed?: readonly PersonNamed[];
  }
}

const LONGEST_ID = 255;
const FORMATS: Readonly<Record<PersonsOf, string>> = { own: 'person', 'any-office': 'person-of-any-office' };
const OF = new Map(Object.entries(FORMATS).map(([of, format]) => [format, of as PersonsOf]));

/** The formats of fields that name a person. */
export const PERSON_FORMATS: readonly string[] = Object.values(FORMATS);

/**
 * The id that somebody of the staff signs in with. Whoever takes the request for a command finds it among
 * `request.personsNamed`; whether there is such a person is not asked here.
 */
export const IsPerson = ({
  of = 'own',
  each,
}: { readonly of?: PersonsOf; readonly each?: boolean } = {}): PropertyDecorator =>
  constraint(
    'isPerson',
    { type: 'string', minLength: 1, maxLength: LONGEST_ID, format: FORMATS[of] },
    (value) => typeof value === 'string' && isText(value) && codePoints(value) <= LONGEST_ID,
    { each },
  );

interface Schema {
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Finds everybody whom a checked body of the DTO class names, in the order of the body. Made once a class. */
export function personsIn(dto: DtoClass): (body: object) => readonly PersonNamed[] {
  const schema = jsonSchemaOf(dto) as Schema;
  return (body) => found(schema, body, '');
}

function found({ format = '', properties, items }: Schema, value: unknown, pointer: string): PersonNamed[] {
  const of = OF.get(format);
  if (of !== undefined && typeof value === 'string') return [{ pointer, id: value, of }];
  if (items && Array.isArray(value))
    return value.flatMap((item, index) => found(items, item, pointer + pointerStep(index)));
  if (!properties || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) =>
    found(properties[key] ?? {}, field, pointer + pointerStep(key)),
  );
}
