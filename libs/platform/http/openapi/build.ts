import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { componentsFor } from './components.js';
import { withConventions } from './conventions.js';
import { sorted } from './order.js';

/** What the document says of the interface as a whole. */
export interface OpenApiInfo {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** Base URLs; `/` when left out. */
  readonly servers?: readonly { readonly url: string; readonly description: string }[];
  readonly tags?: readonly { readonly name: string; readonly description: string }[];
}

/** The OpenAPI 3.1 document of an initialised application. The schemas are those that requests are checked with. */
export function buildOpenApi(app: INestApplication, info: OpenApiInfo): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(info.title)
    .setVersion(info.version)
    .setDescription(info.description)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'OIDC access token' })
    .addSecurityRequirements('bearer');
  for (const { url, description } of info.servers ?? [{ url: '/', description: 'This server' }]) {
    builder.addServer(url, description);
  }
  for (const { name, description } of info.tags ?? []) builder.addTag(name, description);
  const plain = SwaggerModule.createDocument(app, builder.build(), { operationIdFactory });
  const schemas = { ...plain.components?.schemas, ...componentsFor(plain) };
  return sorted(withConventions({ ...plain, components: { ...plain.components, schemas } }));
}

function operationIdFactory(controller: string, method: string): string {
  return `${controller.replace(/Controller$/, '')}_${method}`;
}
