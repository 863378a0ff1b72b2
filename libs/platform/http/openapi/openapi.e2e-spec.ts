import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpApplication, listen, lintOpenApi, OpenApiDrift, writeOpenApi } from '../index.js';
import { SampleModule } from '../testing/sample.js';
import { buildOpenApi } from './build.js';

const INFO = {
  title: 'Sample',
  version: '1.0.0',
  description: 'A sample.',
  servers: [{ url: 'https://office.gov.cn', description: 'An office' }],
  tags: ['samples', 'health', 'problems'].map((name) => ({ name, description: `About ${name}.` })),
};
let app: NestFastifyApplication;
let base: string;
let folder: string;

beforeAll(async () => {
  app = await createHttpApplication(SampleModule, { log: false, openApi: INFO });
  base = await listen(app);
  folder = await mkdtemp(join(tmpdir(), 'openapi-'));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe('the OpenAPI document', () => {
  it('describes requests with the schemas they are checked by', () => {
    const { openapi, components, paths } = buildOpenApi(app, INFO);
    expect(openapi).toBe('3.1.0');
    expect(paths['/v1/samples']?.post?.requestBody).toEqual({
      required: true,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/SampleDto' } } },
    });
    expect(components?.schemas?.SampleDto).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['day', 'at', 'channel', 'office', 'contact', 'items'],
      properties: {
        day: { type: 'string', format: 'date' },
        contact: { $ref: '#/components/schemas/ContactDto' },
        items: { type: 'array', minItems: 1, maxItems: 3, items: { $ref: '#/components/schemas/ItemDto' } },
        people: { type: 'integer', minimum: 1, maximum: 9 },
      },
    });
    expect(Object.keys(components?.schemas ?? {})).toEqual(
      expect.arrayContaining(['ContactDto', 'ItemDto', 'Problem', 'SampleAnswer', 'SampleDto']),
    );
  });

  it('documents headers and problems once and refers to them', () => {
    const { components, paths } = buildOpenApi(app, INFO);
    const decide = paths['/v1/samples/{id}/decision']?.post;
    expect(decide?.parameters).toEqual(
      expect.arrayContaining([
        { $ref: '#/components/parameters/IfMatch' },
        { $ref: '#/components/parameters/IdempotencyKey' },
      ]),
    );
    expect(Object.keys(decide?.responses ?? {})).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '412',
      '413',
      '415',
      '422',
      '428',
      'default',
    ]);
    expect(components?.parameters?.IfMatch).toMatchObject({ in: 'header', name: 'If-Match', required: true });
    expect(paths['/health/live']?.get?.security).toEqual([]);
    expect(paths['/v1/samples']?.get?.parameters).toHaveLength(4);
  });

  it('is the same text every time, is linted, and drift is noticed', async () => {
    const path = join(folder, 'openapi.json');
    await writeOpenApi(app, INFO, path);
    const written = await readFile(path, 'utf8');
    const again = await createHttpApplication(SampleModule, { log: false });
    await writeOpenApi(again, INFO, path, { check: true });
    await again.close();
    const lint = await lintOpenApi(path);
    expect(lint).toEqual({ passed: true, output: expect.stringContaining('valid') as unknown });
    await writeFile(path, written.replace('Register a sample', 'Register'));
    await expect(writeOpenApi(app, INFO, path, { check: true })).rejects.toThrow(OpenApiDrift);
    await writeFile(path, written.replaceAll('"summary"', '"sumary"'));
    expect(await lintOpenApi(path)).toMatchObject({ passed: false });
  }, 60_000);
});

describe('the documentation page', () => {
  it('is served from here and names no other host', async () => {
    const page = await fetch(`${base}/docs`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'self'.*object-src 'none'/);
    const html = await page.text();
    const assets = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map((match) => match[1] ?? '');
    expect(assets.length).toBeGreaterThan(3);
    for (const asset of assets) {
      expect(asset).not.toMatch(/^(https?:)?\/\//);
      expect((await fetch(new URL(asset, `${base}/docs`))).status).toBe(200);
    }
    const start = await (await fetch(`${base}/docs/swagger-ui-init.js`)).text();
    expect(start).toMatch(/"validatorUrl":\s*null/);
    expect(html).not.toMatch(/<script>[^<]/);
  });

  it('serves the document as JSON', async () => {
    const response = await fetch(`${base}/openapi.json`);
    expect(await response.json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Sample' } });
  });
});
