import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isQuarter } from '#kernel';
import { documented, ProblemError } from '#platform/http';
import type { FastifyRequest } from 'fastify';

const read = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { quarter = '' } = context.switchToHttp().getRequest<FastifyRequest>().params as Record<
    string,
    string
  >;
  if (!isQuarter(quarter)) throw new ProblemError('not-found');
  return quarter;
});

/** The path parameter `quarter`, such as `2026Q3`. Anything else names nothing: `not-found` (404). */
export const QuarterParam = (): ParameterDecorator =>
  documented(
    read(),
    ApiParam({ name: 'quarter', schema: { type: 'string', format: 'quarter' }, example: '2026Q3' }),
  );
