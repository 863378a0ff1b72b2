import { ValidateBy } from 'class-validator';

/** A JSON Schema (draft 2020-12 vocabulary as far as we use it). */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The schema half of a decorator, kept among class-validator's metadata beside the check itself. */
export class SchemaPart {
  constructor(readonly schema: JsonSchema) {}
}

/**
 * A property decorator declared once for both checkers: `accepts` for class-validator, `schema` for Ajv and
 * OpenAPI. A property test holds the two together.
 */
export function constraint(
  name: string,
  schema: JsonSchema,
  accepts: (value: unknown) => boolean,
  options: { readonly each?: boolean } = {},
): PropertyDecorator {
  const part = new SchemaPart(schema);
  return ValidateBy(
    {
      name,
      constraints: [part],
      validator: { validate: accepts, defaultMessage: () => `$property: ${name}` },
    },
    { each: options.each === true },
  );
}
