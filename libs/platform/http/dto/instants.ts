import type { DtoClass } from './decorators.js';
import { toInstant } from './formats.js';
import { jsonSchemaOf } from './schema-of.js';

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** The checked body with every date-time of its DTO class as an instant (UTC, milliseconds). */
export function withInstants<T extends object>(dto: DtoClass<T>, body: T): T {
  return converted(jsonSchemaOf(dto), body) as T;
}

function converted({ format, properties, items }: Schema, value: unknown): unknown {
  if (format === 'date-time' && typeof value === 'string') return toInstant(value);
  if (items && Array.isArray(value)) return value.map((item) => converted(items, item));
  if (!properties || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, converted(properties[key] ?? {}, field)]),
  );
}
