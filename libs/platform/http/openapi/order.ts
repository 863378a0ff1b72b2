import type { OpenAPIObject } from '@nestjs/swagger';

const FIRST = ['openapi', 'info', 'servers', 'tags', 'security', 'paths', 'components'];

/** The document with its keys in one fixed order. Fields of a schema keep the order they were declared in. */
export function sorted(document: OpenAPIObject): OpenAPIObject {
  const entries = Object.entries(document).sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, inOrder(value)])) as unknown as OpenAPIObject;
}

function place(key: string): number {
  const at = FIRST.indexOf(key);
  return at === -1 ? FIRST.length : at;
}

function inOrder(value: unknown, isDeclared = false): unknown {
  if (Array.isArray(value)) return value.map((item) => inOrder(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  if (!isDeclared) entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, inOrder(child, key === 'properties')]));
}
