import { SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/errors.js';
import { fieldError } from '../problems/field-errors.js';

const QUERY = 'tousu:query';
const ANY = '*';

/** Names the parameters that the query of a method may have; a method without it takes none. */
export function TakesQuery(...names: readonly string[]): MethodDecorator {
  return SetMetadata(QUERY, names);
}

/** For what reads its query whole and says itself what is wrong with it, and for probes with a query of their own. */
export const AnyQuery = (): ClassDecorator & MethodDecorator => SetMetadata(QUERY, [ANY]);

/** Refuses a parameter that nobody reads: a mistyped `asof` would show the present as if it were the past. */
export class KnownQuery implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const given = Object.keys(query ?? {});
    if (given.length === 0) return true;
    const known = takenBy(context.getHandler()) ?? takenBy(context.getClass()) ?? [];
    const unknown = known.includes(ANY) ? [] : given.filter((name) => !known.includes(name));
    if (unknown.length === 0) return true;
    const errors = unknown.map((name) => fieldError('unknown-field', `/${name}`, {}, 'query'));
    throw new ProblemError('validation-failed', { facts: { count: errors.length }, errors });
  }
}

function takenBy(target: object): readonly string[] | undefined {
  return Reflect.getMetadata(QUERY, target) as readonly string[] | undefined;
}
