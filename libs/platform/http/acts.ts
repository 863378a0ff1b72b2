import { Controller, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
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

/** Acts of one group on one kind of thing. */
export interface ActGroup<Endpoint, Route extends ActRoute> {
  /** Group in the interface description; its controller is named after it. */
  readonly tag: string;
  /** Address of the thing, with `:id`. */
  readonly path: string;
  readonly endpoint: Type<Endpoint>;
  readonly routes: readonly (readonly [type: string, route: Route])[];
  readonly document: (route: Route) => MethodDecorator;
  readonly run: (endpoint: Endpoint, type: string, route: Route, asked: ActRequest) => Promise<object>;
}

/** The controller of a group of acts. */
export function actController<Endpoint, Route extends ActRoute>(
  group: ActGroup<Endpoint, Route>,
): Type<object> {
  @ApiTags(group.tag)
  @Controller(group.path)
  class ActController {
    constructor(@Inject(group.endpoint) readonly endpoint: Endpoint) {}
  }
  // Its name stands in the ids of the operations: `Procedure_beginReview`.
  const name = group.tag.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  Object.defineProperty(ActController, 'name', { value: `${name}Controller` });
  for (const [type, route] of group.routes) {
    const method = type.charAt(0).toLowerCase() + type.slice(1);
    addAct(ActController, method, route, group.document(route), function (asked) {
      return group.run(this.endpoint, type, route, asked);
    });
  }
  return ActController;
}

function parametersOf(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, parameter = '']) => parameter);
}
