import type { JsonSchema } from '../dto/constraint.js';
import type { DtoClass } from '../dto/decorators.js';
import { jsonSchemaOf } from '../dto/schema-of.js';

const named = new Map<string, DtoClass>();
const PREFIX = '#/components/schemas/';

/** The `$ref` of a DTO class. Two classes of one name would overwrite each other in the document, so they stop the start. */
export function refTo(dto: DtoClass): { readonly $ref: string } {
  const known = named.get(dto.name);
  if (known !== undefined && known !== dto) throw new Error(`two DTO classes are called ${dto.name}`);
  named.set(dto.name, dto);
  return { $ref: PREFIX + dto.name };
}

/** Schemas of all classes that `document` refers to, directly or through each other: the same that are checked. */
export function componentsFor(document: unknown): Record<string, JsonSchema> {
  const schemas: Record<string, JsonSchema> = {};
  const waiting = [...refsIn(document)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const dto = named.get(name);
    if (dto === undefined || name in schemas) continue;
    const schema = jsonSchemaOf(dto, refTo);
    schemas[name] = schema;
    waiting.push(...refsIn(schema));
  }
  return schemas;
}

function refsIn(value: unknown): Set<string> {
  const found = JSON.stringify(value).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  return new Set([...found].map((match) => match[1] ?? ''));
}
