import { type DynamicModule, Module, type ModuleMetadata, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { acceptJsonAndForms } from './body/content.js';
import { KnownQuery } from './conventions/known-query.js';
import { HealthController } from './health/controller.js';
import { HealthRegistry } from './health/registry.js';
import { addHooks } from './hooks.js';
import { KnownRoutes } from './known-routes.js';
import { cutAnsweredUploads, endLateRequests } from './late-requests.js';
import { HTTP_LIMITS, type HttpLimits } from './limits.js';
import { HttpLog } from './log/log.js';
import { traceIdOf } from './log/trace.js';
import type { OpenApiInfo } from './openapi/build.js';
import { serveDocs } from './openapi/docs-page.js';
import { type ProblemCatalogue, ProblemRegistry } from './problems/catalogue.js';
import { ProblemsController } from './problems/controller.js';
import { ProblemFilter } from './problems/filter.js';
import { GENERIC_PROBLEMS } from './problems/generic.js';
import { MATTER_PROBLEMS } from './problems/matters.js';
import { answerExpectations, answerParserErrors } from './raw-problems.js';

/** What an application adds to the platform. */
export interface HttpOptions {
  /** Sheets for the codes its rules refuse with. */
  readonly problems?: readonly ProblemCatalogue<string>[];
  readonly health?: HealthRegistry;
  /** `false` is silent. */
  readonly log: Logger | false;
  readonly limits?: Partial<HttpLimits>;
  /** With it, `/docs` and `/openapi.json` are served. */
  readonly openApi?: OpenApiInfo;
}

@Module({})
class HttpRoot {}

/**
 * A Nest application on Fastify with the conventions of this platform, initialised but not listening.
 * `app.close()` stops accepting, lets requests finish for `drainMs`, then cuts off the rest. Nest runs
 * `onModuleDestroy` before that and `onApplicationShutdown` after: pools are closed in the latter.
 */
export async function createHttpApplication(
  module: Type | DynamicModule,
  options: HttpOptions,
): Promise<NestFastifyApplication> {
  const limits = { ...HTTP_LIMITS, ...options.limits };
  const log = new HttpLog(options.log);
  const registry = new ProblemRegistry(GENERIC_PROBLEMS, MATTER_PROBLEMS, ...(options.problems ?? []));
  const routes = new KnownRoutes();
  const filter = new ProblemFilter(registry, routes, log, limits.bodyBytes);
  const adapter = adapterWith(limits, registry, filter);
  const fastify = adapter.getInstance();
  fastify.addHook('onRoute', ({ method, url }) => routes.add(method, url));
  addHooks(fastify, limits, log);
  endLateRequests(fastify, limits);
  cutAnsweredUploads(fastify);
  acceptJsonAndForms(fastify, limits.bodyBytes);
  answerExpectations(fastify.server, registry);
  fastify.server.maxConnections = limits.connections;

  const app = await NestFactory.create<NestFastifyApplication>(
    rootModule(module, registry, options, log),
    adapter,
    {
      bodyParser: false,
      logger: log.forNest(),
      abortOnError: false,
    },
  );
  app.useSecurityHeaders({ contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY } });
  app.useGlobalFilters(filter);
  app.useGlobalGuards(new KnownQuery());
  if (options.openApi !== undefined) serveDocs(app, options.openApi);
  await app.init();
  await fastify.ready();
  return app;
}

/** Swagger UI needs inline styles and data images; nothing may come from, or go to, another host. */
const CONTENT_SECURITY = {
  'default-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'img-src': ["'self'", 'data:'],
  'object-src': "'none'",
  'style-src': ["'self'", "'unsafe-inline'"],
};

function adapterWith(limits: HttpLimits, registry: ProblemRegistry, filter: ProblemFilter): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    bodyLimit: limits.bodyBytes,
    requestTimeout: Math.max(limits.uploadMs, limits.requestMs),
    keepAliveTimeout: limits.keepAliveMs,
    connectionTimeout: limits.idleMs,
    routerOptions: { maxParamLength: limits.pathParamLength },
    return503OnClosing: false,
    genReqId: (request: IncomingMessage) => traceIdOf(request),
    requestIdHeader: false,
    // A URL the router cannot read gets here before any hook or handler.
    frameworkErrors: (error: Error, request: unknown, reply: unknown) =>
      filter.answer(error, request as never, reply as never),
    clientErrorHandler: answerParserErrors(registry),
    http: {
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.lateCheckMs,
      maxHeaderSize: limits.headerBytes,
      requireHostHeader: false,
    },
  });
}

function rootModule(
  module: Type | DynamicModule,
  registry: ProblemRegistry,
  options: HttpOptions,
  log: HttpLog,
): DynamicModule {
  const own: ModuleMetadata = {
    imports: [module],
    controllers: [HealthController, ProblemsController],
    providers: [
      { provide: ProblemRegistry, useValue: registry },
      { provide: HealthRegistry, useValue: options.health ?? new HealthRegistry() },
      { provide: HttpLog, useValue: log },
    ],
    exports: [ProblemRegistry, HealthRegistry, HttpLog],
  };
  return { module: HttpRoot, global: true, ...own };
}

/** The port is in use, or may not be used; the message says so in plain words. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/** Starts listening and returns the base URL. Port 0 takes any free one. */
export async function listen(
  app: NestFastifyApplication,
  { host = '127.0.0.1', port = 0 } = {},
): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (error) {
    throw new CannotListen(whyNot((error as { code?: string }).code, port), { cause: error });
  }
  const address = app.getHttpServer().address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${name}:${address.port}`;
}

function whyNot(code: string | undefined, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is already taken by another program; choose another with PORT=…`;
  if (code === 'EACCES') return `This account may not use port ${port}; choose one above 1023 with PORT=…`;
  return `Cannot listen on port ${port} (${code ?? 'unknown reason'})`;
}
