import { Post, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdempotencyKey } from './conventions/idempotency.js';
import { IfMatch } from './conventions/revision.js';
import type { DtoClass } from './dto/decorators.js';
import { instantsOf } from './dto/instants.js';
import { CommandBody, UuidParam } from './dto/parameters.js';

/** A command on one thing, as it is reached over HTTP. */
export interface ActRoute<Body extends object = object> {
  /** Below the thing's own address, e.g. `documents/:documentId/issue`; parameters are UUIDs. */
  readonly path: string;
  readonly summary: string;
  readonly body: DtoClass<Body>;
  /** 200 unless something new gets an address of its own. */
  readonly status?: 200 | 201;
}

/** A request for an act, checked: what was asked of what, at which revision, under which key. */
export interface ActRequest<Request extends FastifyRequest = FastifyRequest> {
  readonly id: string;
  /** Path parameters besides `id`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly revision: number;
  readonly key: string;
  /** As it was sent. */
  readonly body: object;
  /** The body with its date-times as instants, and the path parameters. */
  readonly input: object;
  readonly request: Request;
  readonly reply: FastifyReply;
}

/**
 * Adds an act to a controller whose path has `:id`: a POST with `If-Match` and `Idempotency-Key` and a checked
 * body, documented as every other. `run` gets the controller as `this`.
 */
export function addAct<Controller extends object>(
  controller: Type<Controller>,
  name: string,
  { path, body: dto }: ActRoute,
  document: MethodDecorator,
  run: (this: Controller, asked: ActRequest) => Promise<object>,
): void {
  const parameters = parametersOf(path);
  const prototype = controller.prototype as object;
  const withInstants = instantsOf(dto);
  const method = function (this: Controller, ...given: unknown[]): Promise<object> {
    const [id, revision, key, body, request, reply, ...values] = given;
    const named = Object.fromEntries(parameters.map((parameter, index) => [parameter, values[index]]));
    return run.call(this, {
      ...{ id, revision, key, body, request, reply },
      parameters: named,
      input: { ...withInstants(body as object), ...named },
    } as ActRequest);
  };
  // Nest and the interface description know a method by its own name.
  Object.defineProperty(method, 'name', { value: name });
  const descriptor = { value: method, writable: true, enumerable: false, configurable: true };
  Object.defineProperty(prototype, name, descriptor);
  const fixed = [UuidParam('id'), IfMatch(), IdempotencyKey(), CommandBody(dto), Req()];
  const rest = [Res({ passthrough: true }), ...parameters.map((parameter) => UuidParam(parameter))];
  // From the last to the first, as a compiler applies them: the description lists them in that order.
  [...fixed, ...rest]
    .map((decorate, index) => () => decorate(prototype, name, index))
    .reverse()
    .forEach((apply) => apply());
  Post(path)(prototype, name, descriptor);
  document(prototype, name, descriptor);
}

function parametersOf(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, parameter = '']) => parameter);
}
