import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ProblemError, PUBLIC_ROUTE, unauthenticated } from '#platform/http';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../domain/principal.js';
import { AccessTokens, TokenRejected } from '../../use-cases/authenticate/access-tokens.js';

/** A request after the guard: whose it is. */
export type SignedIn = FastifyRequest & {
  principal?: Principal;
  /** What the log says of who asked. */
  actorId?: string;
};

/** Every route asks for a token unless it is marked `@Public()`. What the person may do is asked later, per act. */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, places)) return true;
    const request = context.switchToHttp().getRequest<SignedIn>();
    try {
      request.principal = await this.tokens.principalOf(request.headers.authorization);
      request.actorId = request.principal.id;
      return true;
    } catch (error) {
      throw error instanceof TokenRejected ? asProblem(error) : error;
    }
  }
}

function asProblem(rejected: TokenRejected): ProblemError {
  if (rejected.code === 'token-issuer-unavailable') {
    return new ProblemError('service-unavailable', {
      facts: { reason: rejected.code },
      headers: { 'retry-after': '5' },
    });
  }
  return unauthenticated(rejected.code);
}

/** The signed-in person of a request that passed the guard. */
export function principalOf(request: SignedIn): Principal {
  if (!request.principal) throw unauthenticated('token-missing');
  return request.principal;
}
