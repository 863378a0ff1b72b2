import type { OpenAPIObject } from '@nestjs/swagger';
import { PUBLIC_MARK } from './public.js';
import { PROBLEM_SCHEMA } from './problem-schema.js';

interface Parameter {
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
}
interface Operation {
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
  security?: unknown[];
  [extension: string]: unknown;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const;
const RESPONSES = '#/components/responses/';

const DESCRIPTIONS = {
  BadRequest: [400, 'Malformed or not as declared'],
  Unauthenticated: [401, 'Not signed in'],
  Forbidden: [403, 'Not allowed'],
  NotFound: [404, 'Nothing is here'],
  PreconditionFailed: [412, 'Changed meanwhile; the answer carries the current ETag'],
  BodyTooLarge: [413, 'The body is larger than 1 MiB'],
  UnsupportedMediaType: [415, 'Not UTF-8 JSON'],
  IdempotencyKeyReused: [422, 'The key was used before with other content'],
  PreconditionRequired: [428, 'If-Match is missing'],
  Problem: ['default', 'Any other problem'],
} as const satisfies Record<string, readonly [number | 'default', string]>;

type ResponseName = keyof typeof DESCRIPTIONS;

/**
 * Adds what every operation has in common, once and by reference: problem answers as its parts call for them,
 * shared headers, and an empty `security` on public operations.
 */
export function withConventions(document: OpenAPIObject): OpenAPIObject {
  const copy = structuredClone(document);
  const shared: Record<string, unknown> = {};
  for (const path of Object.values(copy.paths)) {
    for (const method of METHODS) {
      const operation = path[method] as unknown as Operation | undefined;
      if (operation !== undefined) adapt(operation, shared);
    }
  }
  copy.components = {
    ...copy.components,
    schemas: { ...copy.components?.schemas, Problem: PROBLEM_SCHEMA },
    responses: { ...copy.components?.responses, ...problemResponses() } as never,
    parameters: { ...copy.components?.parameters, ...shared } as never,
  };
  return copy;
}

function adapt(operation: Operation, shared: Record<string, unknown>): void {
  const isPublic = operation[PUBLIC_MARK] === true;
  delete operation[PUBLIC_MARK];
  if (isPublic) operation.security = [];
  const names = problemsOf(operation, isPublic);
  operation.parameters = operation.parameters?.map((parameter) => share(parameter, shared));
  if (operation.parameters?.length === 0) delete operation.parameters;
  for (const name of names) operation.responses[String(DESCRIPTIONS[name][0])] ??= { $ref: RESPONSES + name };
}

function problemsOf(operation: Operation, isPublic: boolean): ResponseName[] {
  const parameters = (operation.parameters ?? []) as Parameter[];
  const has = (name: string) => parameters.some((parameter) => parameter.name === name);
  const isIn = (place: string) => parameters.some((parameter) => parameter.in === place);
  const names: ResponseName[] = ['Problem'];
  if (operation.requestBody !== undefined) names.push('BadRequest', 'BodyTooLarge', 'UnsupportedMediaType');
  if (isIn('query') || isIn('header')) names.push('BadRequest');
  if (isIn('path')) names.push('NotFound');
  const ifMatch = parameters.find((parameter) => parameter.name === 'If-Match');
  if (ifMatch) names.push('PreconditionFailed');
  if (ifMatch?.required === true) names.push('PreconditionRequired');
  if (has('Idempotency-Key')) names.push('IdempotencyKeyReused');
  if (!isPublic) names.push('Unauthenticated', 'Forbidden');
  return names;
}

function share(
  parameter: Parameter | { $ref: string },
  shared: Record<string, unknown>,
): Parameter | { $ref: string } {
  if (!('in' in parameter) || parameter.in !== 'header' || parameter.name === undefined) return parameter;
  const name = `${parameter.required === true ? '' : 'Optional'}${parameter.name.replaceAll('-', '')}`;
  shared[name] ??= parameter;
  return JSON.stringify(shared[name]) === JSON.stringify(parameter)
    ? { $ref: `#/components/parameters/${name}` }
    : parameter;
}

function problemResponses(): Record<string, unknown> {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    Object.entries(DESCRIPTIONS).map(([name, [, description]]) => [name, { description, content }]),
  );
}
