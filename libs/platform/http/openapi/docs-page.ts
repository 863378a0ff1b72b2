import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { buildOpenApi, type OpenApiInfo } from './build.js';

/** Serves `/docs` (Swagger UI from this server's own files) and `/openapi.json`. The page contacts no other host. */
export function serveDocs(app: NestFastifyApplication, info: OpenApiInfo): void {
  SwaggerModule.setup('docs', app, () => buildOpenApi(app, info), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: info.title,
    // Swagger UI otherwise shows a badge that a validator on the internet draws.
    swaggerOptions: { validatorUrl: null, persistAuthorization: false },
  });
}
