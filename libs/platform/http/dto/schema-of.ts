import { hasMoreFields, NoFields } from './no-fields.js';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { type JsonSchema, SchemaPart } from './constraint.js';
import { type DtoClass, isPresent, nestedPart } from './decorators.js';

type Declared = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** class-validator's own decorators that mean the same in JSON Schema; all others stop the start. */
const BUILT_IN: Readonly<Record<string, (constraints: readonly unknown[]) => JsonSchema>> = {
  isBoolean: () => ({ type: 'boolean' }),
  isString: () => ({ type: 'string' }),
  isObject: () => ({ type: 'object' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  min: ([least]) => ({ minimum: least }),
  max: ([most]) => ({ maximum: most }),
  isArray: () => ({ type: 'array' }),
  arrayMinSize: ([least]) => ({ minItems: least }),
  arrayMaxSize: ([most]) => ({ maxItems: most }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/** Says how a nested DTO is written: in full for Ajv, as `$ref` for OpenAPI. */
export type Refer = (dto: DtoClass) => JsonSchema;

/**
 * The JSON Schema of a DTO class, from its class-validator declarations: nothing undeclared, no coercion.
 * A decorator it cannot translate exactly is an error at start-up, never a field that goes unchecked.
 */
export function jsonSchemaOf(dto: DtoClass, refer: Refer = inFull([])): JsonSchema {
  const declared = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  if (declared.length === 0 && dto !== NoFields) throw new Error(`${dto.name} declares nothing to check`);
  const byProperty = Object.groupBy(declared, (one) => one.propertyName);
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const [property, declarations = []] of Object.entries(byProperty)) {
    properties[property] = propertySchema(dto, property, declarations, refer);
    if (!declarations.some(isOptionality)) required.push(property);
  }
  return {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: hasMoreFields(dto),
  };
}

function inFull(path: readonly DtoClass[]): Refer {
  return (dto) => {
    if (path.includes(dto)) throw new Error(`${dto.name} contains itself, so that its depth has no limit`);
    return jsonSchemaOf(dto, inFull([...path, dto]));
  };
}

function propertySchema(
  dto: DtoClass,
  property: string,
  declarations: readonly Declared[],
  refer: Refer,
): JsonSchema {
  const whole: Record<string, unknown> = {};
  const items: Record<string, unknown> = {};
  for (const declaration of declarations) {
    const schema = translate(dto, property, declaration, refer);
    Object.assign(declaration.each ? items : whole, schema);
  }
  const hasItems = Object.keys(items).length > 0;
  if (hasItems && whole.type !== 'array') throw cannot(dto, property, '`each` without @IsList');
  if (whole.type === undefined && whole.$ref === undefined)
    throw cannot(dto, property, 'no decorator that gives its type');
  return hasItems ? { ...whole, items: refOnly(items) } : refOnly(whole);
}

function translate(dto: DtoClass, property: string, declaration: Declared, refer: Refer): JsonSchema {
  const [first] = (declaration.constraints ?? []) as unknown[];
  if (first instanceof SchemaPart) return first.schema;
  if (isOptionality(declaration)) return {};
  if (declaration.type === ValidationTypes.NESTED_VALIDATION) {
    const part = nestedPart(dto, property);
    if (part === undefined) throw cannot(dto, property, '@ValidateNested (use @Nested or @ListOf)');
    return refer(part.dto());
  }
  const name = declaration.name ?? declaration.type;
  const builtIn = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
  if (builtIn === undefined) throw cannot(dto, property, `@${name} (IsOptional: use @MayBeMissing)`);
  return builtIn((declaration.constraints ?? []) as unknown[]);
}

function isOptionality(declaration: Declared): boolean {
  return (
    declaration.type === ValidationTypes.CONDITIONAL_VALIDATION &&
    (declaration.constraints as unknown[])[0] === isPresent
  );
}

/** Beside `$ref` nothing else need be said: the DTO it names says it all. */
function refOnly(schema: Record<string, unknown>): JsonSchema {
  return schema.$ref === undefined ? schema : { $ref: schema.$ref };
}

function cannot(dto: DtoClass, property: string, what: string): Error {
  return new Error(`${dto.name}.${property}: ${what} has no exact JSON Schema`);
}
