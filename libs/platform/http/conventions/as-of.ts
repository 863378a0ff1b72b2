import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Instant } from '#kernel';
import { isInstantText, toInstant } from '../dto/formats.js';
import { documented } from '../openapi/documented.js';
import { ProblemError } from '../problems/errors.js';
import { fieldError } from '../problems/field-errors.js';
import { TakesQuery } from './known-query.js';

/** A point in a history: a moment, or a revision number. */
export type AsOfPoint = { readonly instant: Instant } | { readonly revision: number };

const REVISION = /^(0|[1-9]\d{0,14})$/;

/** Reads `?asOf=`: `7` or `2026-04-03T09:00:00+08:00`; undefined when absent; `validation-failed` (400) otherwise. */
export function asOfPoint(text: unknown): AsOfPoint | undefined {
  if (text === undefined) return undefined;
  if (typeof text === 'string' && REVISION.test(text)) return { revision: Number(text) };
  if (typeof text === 'string' && isInstantText(text)) return { instant: toInstant(text) };
  const errors = [fieldError('not-an-as-of', '/asOf', {}, 'query')];
  throw new ProblemError('validation-failed', { facts: { count: 1 }, errors });
}

const readAsOf = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const query = context.switchToHttp().getRequest<FastifyRequest>().query as Record<string, unknown>;
  return asOfPoint(query.asOf);
});

/** Parameter: `AsOfPoint | undefined`. In a URL the `+` of an offset is written `%2B`. */
export const AsOf = (): ParameterDecorator =>
  documented(
    readAsOf(),
    TakesQuery('asOf'),
    ApiQuery({
      name: 'asOf',
      required: false,
      description: 'A revision number, or a moment with its offset: the resource as it stood then.',
      schema: { type: 'string' },
      examples: { revision: { value: '7' }, moment: { value: '2026-04-03T09:00:00+08:00' } },
    }),
  );
