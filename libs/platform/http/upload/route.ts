import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiResponse } from '@nestjs/swagger';
import { checkOf } from '../dto/check.js';
import type { DtoClass } from '../dto/decorators.js';
import { refTo } from '../openapi/components.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes a form with a file, and no JSON. */
    upload?: boolean;
  }
}

/** Whether a route takes a form with a file. */
export function isUpload(request: {
  readonly routeOptions?: { readonly config?: { upload?: boolean } };
}): boolean {
  return request.routeOptions?.config?.upload === true;
}

/** Marks a route that takes a form (multipart/form-data) of two parts: `about`, a JSON object of this class, then `file`. */
export function TakesFile(about: DtoClass): MethodDecorator {
  checkOf(about);
  return applyDecorators(
    RouteConfig({ upload: true }),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      required: true,
      schema: {
        type: 'object',
        required: ['about', 'file'],
        properties: {
          about: refTo(about) as never,
          file: { type: 'string', contentMediaType: 'application/octet-stream' } as never,
        },
      },
      encoding: { about: { contentType: 'application/json' } },
    }),
    problemAnswer(413, 'The file is larger than is taken'),
    problemAnswer(415, 'Not a form with a file'),
  );
}

function problemAnswer(status: number, description: string): MethodDecorator {
  return ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
}
