import type { DtoClass } from './decorators.js';
import { toInstant } from './formats.js';
import { jsonSchemaOf } from './schema-of.js';

interface Schema {
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Gives a checked body with every date-time of its DTO class as an instant (UTC, milliseconds). Made once a class. */
export function instantsOf(dto: DtoClass): (body: object) => object {
  const schema = jsonSchemaOf(dto) as Schema;
  return (body) => converted(schema, body) as object;
}

function converted({ format, properties, items }: Schema, value: unknown): unknown {
  if (format === 'date-time' && typeof value === 'string') return toInstant(value);
  if (items && Array.isArray(value)) return value.map((item) => converted(items, item));
  if (!properties || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, converted(properties[key] ?? {}, field)]),
  );
}
