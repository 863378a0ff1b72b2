import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { createHttpApplication, listen } from './index.js';
import { exchange, takenApart } from './testing/raw.js';
import { fitting, SAMPLE_ID, SampleModule, stored } from './testing/sample.js';

let app: NestFastifyApplication;
let base: string;

beforeAll(async () => {
  app = await createHttpApplication(SampleModule, {
    log: false,
    limits: { requestMs: 1_000, headersMs: 700, lateCheckMs: 100, keepAliveMs: 1_000 },
  });
  base = await listen(app);
  stored.length = 0;
});
afterAll(() => app.close());

const JSON_TYPE = { 'content-type': 'application/json' };
const send = (body: RequestInit['body'], headers: Record<string, string> = JSON_TYPE) =>
  fetch(`${base}/v1/samples`, { method: 'POST', headers: { 'idempotency-key': 'k', ...headers }, body });

async function refused(response: Response, status: number, code: string, error?: string): Promise<void> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const document = (await response.json()) as { code: string; errors: { code: string }[] };
  expect([response.status, document.code]).toEqual([status, code]);
  if (error !== undefined) expect(document.errors.map((one) => one.code)).toContain(error);
  expect(stored).toEqual([]);
}

const raw = (head: string, body = '') => exchange(base, [`${head}\r\n\r\n${body}`]);
const rawPost = (headers: string, body = '') =>
  raw(`POST /v1/samples HTTP/1.1\r\nHost: x\r\nIdempotency-Key: k\r\nConnection: close\r\n${headers}`, body);

function refusedRaw(answer: string, status: number, code: string): void {
  const { body, ...head } = takenApart(answer);
  expect(head).toEqual({ status, type: 'application/problem+json' });
  expect(body).toMatchObject({ code, status });
}

describe('bodies that are no JSON object', () => {
  it.each([
    ['{"day":', 'invalid-syntax'],
    ['[]', 'not-an-object'],
    ['"text"', 'not-an-object'],
    ['', 'body-missing'],
    ['{"day":"a\\u0000"}', 'nul-character'],
    ['{"day":"\\ud800"}', 'lone-surrogate'],
    ['{"__proto__":{"admin":true}}', 'forbidden-key'],
    ['{"day":1,"day":2}', 'duplicate-key'],
    ['{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), 'too-deep'],
    ['['.repeat(500_000), 'too-deep'],
  ])('%# is 400 and says why', async (body, error) => {
    await refused(await send(body), 400, 'malformed-json', error);
  });

  it('invalid UTF-8 is 400', async () => {
    const body = Buffer.concat([Buffer.from('{"day":"'), Buffer.from([0xd6, 0xd0]), Buffer.from('"}')]);
    await refused(await send(body), 400, 'malformed-json', 'invalid-utf8');
  });

  it('a body of more than 1 MiB is 413, announced or not', async () => {
    await refused(await send(`{"a":"${'x'.repeat(1_048_576)}"}`), 413, 'body-too-large');
    const piece = `${(65_536).toString(16)}\r\n${'x'.repeat(65_536)}\r\n`;
    const answer = await exchange(base, [
      'POST /v1/samples HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n',
      ...Array.from({ length: 20 }, () => piece),
    ]);
    expect(takenApart(answer)).toMatchObject({ status: 413, type: 'application/problem+json' });
  });
});

describe('content of another kind', () => {
  it.each<[string, Record<string, string>]>([
    ['text', { 'content-type': 'text/plain' }],
    ['form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['multipart', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['XML', { 'content-type': 'application/xml' }],
    ['GBK', { 'content-type': 'application/json; charset=gbk' }],
    ['UTF-16', { 'content-type': 'application/json;charset="utf-16"' }],
    ['nonsense', { 'content-type': 'nonsense' }],
    ['json-ish', { 'content-type': 'application/jsonp' }],
    ['brotli', { ...JSON_TYPE, 'content-encoding': 'br' }],
  ])('%s is 415', async (_kind, headers) => {
    await refused(await send(JSON.stringify(fitting()), headers), 415, 'unsupported-media-type');
  });

  it('a gzip body is 415, and UTF-8 said aloud is accepted', async () => {
    const body = gzipSync(JSON.stringify(fitting()));
    await refused(
      await send(body, { ...JSON_TYPE, 'content-encoding': 'gzip' }),
      415,
      'unsupported-media-type',
    );
    const fine = await send(JSON.stringify(fitting()), { 'content-type': 'application/json; charset=UTF-8' });
    expect(fine.status).toBe(201);
    stored.length = 0;
  });
});

describe('bodies of the wrong shape', () => {
  it.each<[string, object, string]>([
    ['an unknown field', { approvedBy: 'me' }, 'unknown-field'],
    ['a wrong type', { day: 20260403 }, 'wrong-type'],
    ['a list for one value', { channel: ['phone'] }, 'wrong-type'],
    ['a day that does not exist', { day: '2026-02-30' }, 'not-a-day'],
    ['an instant without offset', { at: '2026-04-03T09:00:00' }, 'not-an-instant'],
    ['null', { people: null }, 'wrong-type'],
  ])('%s is 400', async (_kind, change, error) => {
    await refused(await send(JSON.stringify({ ...fitting(), ...change })), 400, 'validation-failed', error);
  });
});

describe('broken HTTP', () => {
  it('garbage, and requests a smuggler would send, are 400', async () => {
    for (const bytes of [
      'garbage\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'GET /\r\n\r\n',
      '\0\0\0\0\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: x\r\nA B: c\r\n\r\n',
    ]) {
      refusedRaw(await exchange(base, [bytes]), 400, 'malformed-request');
    }
    const both = 'Content-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked';
    refusedRaw(await rawPost(both, '0\r\n\r\n'), 400, 'malformed-request');
    refusedRaw(await rawPost('Content-Length: 4\r\nContent-Length: 5', '{}{}'), 400, 'malformed-request');
    refusedRaw(await raw('GET /health/live HTTP/1.1\r\nConnection: close'), 400, 'malformed-request');
  });

  it('a bad escape in the URL is 400, a long path step 414, too many or too large headers 431', async () => {
    const get = (path: string, more = '') =>
      raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close${more}`);
    refusedRaw(await get('/v1/samples/%zz'), 400, 'malformed-request');
    refusedRaw(await get(`/v1/samples/${'x'.repeat(201)}`), 414, 'uri-too-long');
    refusedRaw(await get('/', `\r\nX: ${'x'.repeat(20_000)}`), 431, 'headers-too-large');
    refusedRaw(await get(`/${'x'.repeat(20_000)}`), 431, 'headers-too-large');
    refusedRaw(await get('/health/live', '\r\nX: y'.repeat(150)), 431, 'headers-too-large');
    refusedRaw(await get('/health/live', '\r\nExpect: the-unexpected'), 417, 'expectation-failed');
  });

  it('the first of two pipelined requests is answered, the garbage behind it ends the connection', async () => {
    const answer = await exchange(
      base,
      ['GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n', 'garb\0ge\r\n\r\n'],
      { pauseMs: 100 },
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer.match(/HTTP\/1\.1 400 /g)).toHaveLength(1);
  });

  it('a client that sends its headers or its body too slowly is cut off with 408', async () => {
    const drip = (text: string) => Array.from(text);
    const headers = drip('GET /health/live HTTP/1.1\r\nHost: a-very-slow-client');
    refusedRaw(await exchange(base, headers, { pauseMs: 50 }), 408, 'request-timeout');
    const head =
      'POST /v1/samples HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n';
    refusedRaw(
      await exchange(base, [head, ...drip('{"day":"2026-04-03",                     ')], { pauseMs: 50 }),
      408,
      'request-timeout',
    );
  });
});

/** More by `BAD_REQUESTS=100000`; at a release the whole half million. */
const RUNS = Number(process.env.BAD_REQUESTS ?? 1_500);

describe('generated requests', () => {
  const header = fc.string({ unit: fc.constantFrom(...'"*W/ 0a9,;=~!'), maxLength: 12 });
  const json = fc.oneof(
    fc.json(),
    fc
      .object({
        key: fc.constantFrom('day', 'at', 'items', 'contact', 'name', '__proto__', 'x'),
        maxDepth: 3,
      })
      .map((value) => JSON.stringify(value)),
    fc.string({ unit: fc.constantFrom(...'{}[]":,\\u0de'), maxLength: 60 }),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  );
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
    path: fc.oneof(
      fc.constantFrom(
        '/v1/samples',
        `/v1/samples/${SAMPLE_ID}`,
        `/v1/samples/${SAMPLE_ID}/decision`,
        '/problems/x',
        '/..;/',
        '//',
        '/%00',
        '/%ff',
      ),
      fc.webPath(),
    ),
    query: fc.oneof(
      fc.constant(''),
      fc.webQueryParameters(),
      fc.constantFrom('limit=%00', 'limit=-1', 'a[]=1', 'cursor=.', '__proto__=1', 'asOf=%F0'),
    ),
    type: fc.constantFrom(
      'application/json',
      'application/json; charset=utf-8',
      'text/plain',
      'application/json;charset',
      '',
    ),
    ifMatch: header,
    key: header,
    body: json,
  });

  it(
    'are never answered with 5xx, every refusal is a problem document, and nothing is stored',
    async () => {
      await fc.assert(
        fc.asyncProperty(request, async ({ method, path, query, type, ifMatch, key, body }) => {
          const hasBody = method !== 'GET';
          const response = await fetch(`${base}${path}?${query}`, {
            method,
            headers: {
              'if-match': ifMatch,
              'idempotency-key': key,
              ...(type === '' ? {} : { 'content-type': type }),
            },
            ...(hasBody ? { body } : {}),
          });
          const text = await response.text();
          expect(response.status).toBeLessThan(500);
          if (response.status >= 400) {
            expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
            expect(JSON.parse(text)).toMatchObject({ status: response.status, code: expect.any(String) });
          }
          expect(stored).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    30_000 + RUNS * 20,
  );

  it('any bytes on the port end in a problem document, a proper answer, or silence', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'GET / HTTP/1.1\r\n',
        'Host: x\r\n',
        'Content-Length: 5\r\n',
        'Transfer-Encoding: chunked\r\n',
        '\r\n',
      ),
      fc.constantFrom(
        'POST /v1/samples HTTP/1.1\r\n',
        'Content-Type: application/json\r\n',
        '{"a":1}',
        '5\r\nhello\r\n',
        '0\r\n\r\n',
      ),
      fc.string({ maxLength: 20 }),
      fc.uint8Array({ maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 8 }), async (pieces) => {
        const answer = await exchange(base, pieces, { patienceMs: 60 });
        expect(answer).toMatch(/^($|HTTP\/1\.1 [1-4]\d\d )/);
        for (const [, status, type] of answer.matchAll(/HTTP\/1\.1 (4\d\d) [^]*?content-type: ([^;\r]+)/g)) {
          expect([status, type]).toEqual([status, 'application/problem+json']);
        }
        expect(stored).toEqual([]);
      }),
      { numRuns: Math.min(Math.ceil(RUNS / 15), 2_000) },
    );
  }, 300_000);

  it('the process still serves afterwards', async () => {
    expect((await fetch(`${base}/health/live`)).status).toBe(200);
  });
});
