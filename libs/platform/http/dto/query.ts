import { checked } from './check.js';
import type { DtoClass } from './decorators.js';
import { jsonSchemaOf } from './schema-of.js';

type Kind = 'integer' | 'number' | 'boolean' | 'array' | 'string';
const kinds = new Map<DtoClass, ReadonlyMap<string, Kind>>();

/**
 * A query string as the DTO declares it. Texts become numbers or booleans only where the class says so,
 * and a single value becomes a list where a list is declared; then everything is checked as a body is.
 */
export function checkedQuery<T extends object>(dto: DtoClass<T>, query: unknown): T {
  const declared = kindsOf(dto);
  const converted: Record<string, unknown> = {};
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    Object.defineProperty(converted, name, { value: convert(declared.get(name), value), enumerable: true });
  }
  return checked(dto, converted, 'query');
}

function convert(kind: Kind | undefined, value: unknown): unknown {
  if (kind === 'array') return Array.isArray(value) ? (value as unknown[]) : [value];
  if (kind === 'integer' && typeof value === 'string' && /^-?\d{1,15}$/.test(value)) return Number(value);
  if (kind === 'number' && typeof value === 'string' && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value))
    return Number(value);
  if (kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function kindsOf(dto: DtoClass): ReadonlyMap<string, Kind> {
  const known = kinds.get(dto);
  if (known !== undefined) return known;
  const properties = jsonSchemaOf(dto).properties as Record<string, { type: Kind }>;
  const found = new Map(Object.entries(properties).map(([name, { type }]) => [name, type]));
  kinds.set(dto, found);
  return found;
}
