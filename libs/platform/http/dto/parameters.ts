import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiParam, ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { refTo } from '../openapi/components.js';
import { AnyQuery } from '../conventions/known-query.js';
import { documented } from '../openapi/documented.js';
import { ProblemError } from '../problems/errors.js';
import { fieldError } from '../problems/field-errors.js';
import { checked, checkOf } from './check.js';
import type { DtoClass } from './decorators.js';
import { isUuidLower } from './formats.js';
import { personsIn } from './persons.js';
import { checkedQuery } from './query.js';
import { jsonSchemaOf } from './schema-of.js';

const requestOf = (context: ExecutionContext): FastifyRequest =>
  context.switchToHttp().getRequest<FastifyRequest>();

/**
 * The body, checked against the DTO class and documented by it. `validation-failed` (400) when it does not fit. Whom it names
 * is noted on the request.
 */
export function CommandBody(dto: DtoClass): ParameterDecorator {
  checkOf(dto);
  const persons = personsIn(dto);
  const read = createParamDecorator((_: unknown, context: ExecutionContext) => {
    const request = requestOf(context);
    const body = bodyOf(dto, request.body);
    request.personsNamed = persons(body);
    return body;
  });
  return documented(read(), ApiBody({ required: true, schema: refTo(dto) }));
}

function bodyOf(dto: DtoClass, body: unknown): object {
  if (body === undefined || body === null) {
    throw new ProblemError('malformed-json', { errors: [fieldError('body-missing', '')] });
  }
  return checked(dto, body, 'body');
}

/** The query string, converted and checked as the DTO class declares it, each field documented. */
export function CheckedQuery(dto: DtoClass): ParameterDecorator {
  checkOf(dto);
  const read = createParamDecorator((_: unknown, context: ExecutionContext) =>
    checkedQuery(dto, requestOf(context).query),
  );
  const { properties, required = [] } = jsonSchemaOf(dto) as {
    properties: Record<string, object>;
    required?: readonly string[];
  };
  const described = Object.entries(properties).map(([name, schema]) =>
    ApiQuery({ name, required: required.includes(name), schema }),
  );
  return documented(read(), AnyQuery(), ...described);
}

/** A path parameter that is a lower-case UUID. Anything else names nothing: `not-found` (404). */
export function UuidParam(name: string): ParameterDecorator {
  const read = createParamDecorator((_: unknown, context: ExecutionContext) => {
    const value = (requestOf(context).params as Record<string, string>)[name] ?? '';
    if (!isUuidLower(value)) throw new ProblemError('not-found');
    return value;
  });
  return documented(read(), ApiParam({ name, schema: { type: 'string', format: 'uuid' } }));
}
