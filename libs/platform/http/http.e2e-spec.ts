import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { CannotListen, createHttpApplication, HealthRegistry, listen } from './index.js';
import { fitting, SAMPLE_ID, SAMPLE_PROBLEMS, SampleModule } from './testing/sample.js';

let app: NestFastifyApplication;
let base: string;
const lines: string[] = [];
const health = new HealthRegistry();
let store: 'up' | 'down' = 'up';

beforeAll(async () => {
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()),
  });
  health.add({ name: 'store', required: true, check: () => ({ status: store }) });
  health.add({
    name: 'redis',
    required: false,
    check: () => Promise.reject(new Error('redis://user:secret@host')),
  });
  app = await createHttpApplication(SampleModule, { problems: [SAMPLE_PROBLEMS], log: pino(sink), health });
  base = await listen(app);
});
afterAll(() => app.close());

const ID = '/v1/samples/' + SAMPLE_ID;
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const decide = (name: string, headers: Record<string, string> = {}) =>
  post(`${ID}/decision`, { name }, { 'idempotency-key': 'k', 'if-match': '"3"', ...headers });
const problem = async (response: Response) => {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const document = (await response.json()) as Record<string, never>;
  expect(document.status).toBe(response.status);
  return document;
};

describe('conventions over HTTP', () => {
  it('a command answers with its ETag, never to be stored, with security headers', async () => {
    const response = await post('/v1/samples', fitting(), { 'idempotency-key': 'again' });
    expect(response.status).toBe(201);
    expect(response.headers.get('etag')).toBe('"0"');
    expect(response.headers.get('idempotency-replayed')).toBe('true');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(response.headers.get('x-powered-by')).toBeNull();
  });

  it('If-Match: missing 428, malformed 400, stale 412 with the current ETag', async () => {
    const missing = await post(`${ID}/decision`, { name: 'x' }, { 'idempotency-key': 'k' });
    expect(await problem(missing)).toMatchObject({ code: 'precondition-required', status: 428 });
    for (const tag of ['*', 'W/"3"', '3']) {
      expect(await problem(await decide('x', { 'if-match': tag }))).toMatchObject({
        code: 'if-match-invalid',
      });
    }
    const stale = await decide('x', { 'if-match': '"2"' });
    expect(stale.headers.get('etag')).toBe('"3"');
    expect(await problem(stale)).toMatchObject({
      code: 'precondition-failed',
      status: 412,
      facts: { currentRevision: 3 },
    });
  });

  it('Idempotency-Key: missing or malformed is 400', async () => {
    const missing = await post(`${ID}/decision`, { name: 'x' }, { 'if-match': '"3"' });
    expect(await problem(missing)).toMatchObject({ code: 'idempotency-key-missing', status: 400 });
    expect(await problem(await decide('x', { 'idempotency-key': 'a b' }))).toMatchObject({
      code: 'idempotency-key-invalid',
    });
  });

  it('a read answers 304 without a body to whoever has that revision', async () => {
    const first = await fetch(base + ID);
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"3"']);
    const again = await fetch(base + ID, { headers: { 'if-none-match': '"3"' } });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, '"3"', '']);
    expect((await fetch(base + ID, { headers: { 'if-none-match': '"2"' } })).status).toBe(200);
  });

  it('?asOf= is a revision or a moment', async () => {
    const read = async (asOf: string) =>
      (await fetch(`${base}${ID}?asOf=${encodeURIComponent(asOf)}`)).json();
    expect(await read('2')).toMatchObject({ asOf: { revision: 2 } });
    expect(await read('2026-04-03T09:00:00+08:00')).toMatchObject({
      asOf: { instant: '2026-04-03T01:00:00.000Z' },
    });
    expect(await problem(await fetch(`${base}${ID}?asOf=yesterday`))).toMatchObject({
      status: 400,
      errors: [{ in: 'query', pointer: '/asOf', code: 'not-an-as-of' }],
    });
  });

  it('lists page by a sealed cursor, bound to their filter, with Link', async () => {
    const first = await fetch(`${base}/v1/samples?limit=2&channel=phone&open=true`);
    const { items, nextCursor } = (await first.json()) as { items: unknown[]; nextCursor: string };
    expect(items[0]).toEqual({ limit: 2, channel: 'phone', open: true });
    const link = /^<(.+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect(link).toContain('channel=phone');
    const second = (await (await fetch(base + link)).json()) as { items: unknown[] };
    expect(second.items[1]).toEqual({ from: 1 });
    const other = await fetch(`${base}/v1/samples?channel=visit&cursor=${nextCursor}`);
    expect(await problem(other)).toMatchObject({ code: 'cursor-invalid', status: 400 });
    const bad = await fetch(`${base}/v1/samples?limit=1e2&open=yes&channel=phone&channel=visit&more=1`);
    expect((await problem(bad)).errors).toHaveLength(4);
  });
});

describe('problems over HTTP', () => {
  it('a refusal carries code, rules, facts and both languages; Accept-Language leads', async () => {
    const zh = await decide('closed');
    expect(zh.headers.get('content-language')).toBe('zh');
    expect(await problem(zh)).toMatchObject({
      type: '/problems/sample-is-closed',
      title: '已经办结',
      detail: '办结日："2026-04-03"',
      status: 409,
      code: 'sample-is-closed',
      instance: `${ID}/decision`,
      rules: ['G03'],
      facts: { day: '2026-04-03' },
      remedy: '请另行登记。',
      messages: {
        zh: { title: '已经办结' },
        en: { title: 'It is closed', detail: 'Closed on "2026-04-03"' },
      },
    });
    expect(await problem(await decide('closed', { 'accept-language': 'en' }))).toMatchObject({
      title: 'It is closed',
    });
  });

  it('a fault is 500 with a reference that is in the log, and no word of what broke', async () => {
    for (const name of ['broken', 'undeclared']) {
      const response = await decide(name);
      const text = await response.clone().text();
      expect(text).not.toMatch(/13800138000|nobody-declared|\.js:/);
      const { facts } = (await problem(response)) as unknown as { facts: { reference: string } };
      expect(lines.some((line) => line.includes(facts.reference) && line.includes('frames'))).toBe(true);
    }
    expect(lines.join('')).not.toContain('13800138000');
  });

  it('type leads to a page that explains the code', async () => {
    const json = (await (await fetch(`${base}/problems/precondition-failed`)).json()) as object;
    expect(json).toMatchObject({ status: 412, messages: { en: { title: expect.any(String) } } });
    const html = await fetch(`${base}/problems/sample-is-closed`, { headers: { accept: 'text/html' } });
    expect(html.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await html.text()).toContain('已经办结');
    expect(await problem(await fetch(`${base}/problems/never-heard-of`))).toMatchObject({
      code: 'not-found',
    });
  });

  it('405 names the methods an address has; 404 otherwise', async () => {
    const wrong = await fetch(`${base}${ID}/decision`, { method: 'DELETE' });
    expect(wrong.headers.get('allow')).toBe('POST');
    expect(await problem(wrong)).toMatchObject({ code: 'method-not-allowed', status: 405 });
    expect(await problem(await fetch(`${base}/nowhere`))).toMatchObject({ code: 'not-found', status: 404 });
    expect(await problem(await fetch(`${base}/v1/samples/not-a-uuid`))).toMatchObject({ code: 'not-found' });
  });
});

describe('log and trace over HTTP', () => {
  it('logs the route pattern, never the address, the query or the body', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const response = await fetch(`${base}${ID}?asOf=5`, {
      headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    });
    expect(response.headers.get('x-trace-id')).toBe(traceId);
    await post('/v1/samples', { ...fitting(), contact: { name: 'CANARY' } }, { 'idempotency-key': 'CANARY' });
    await fetch(`${base}/CANARY`);
    await fetch(`${base}${ID}?name=CANARY`);
    const line = lines
      .map((text) => JSON.parse(text) as Record<string, unknown>)
      .find((one) => one.traceId === traceId);
    expect(line).toMatchObject({ method: 'GET', route: '/v1/samples/:id', status: 200, actorId: 'actor-7' });
    expect(lines.join('')).not.toMatch(/CANARY|3f0c9a41/);
  });
});

describe('health over HTTP', () => {
  it('live at once, ready once started and while every required part is up', async () => {
    const status = async (path: string) => (await fetch(`${base}/health/${path}`)).status;
    expect([await status('live'), await status('startup'), await status('ready')]).toEqual([200, 503, 503]);
    health.started();
    expect([await status('startup'), await status('ready')]).toEqual([200, 200]);
    const report = await (await fetch(`${base}/health/ready`)).text();
    expect(report).not.toContain('secret');
    expect(JSON.parse(report)).toMatchObject({
      status: 'degraded',
      checks: [
        { name: 'store', status: 'up' },
        { name: 'redis', status: 'down', required: false },
      ],
    });
    store = 'down';
    expect(await status('ready')).toBe(503);
    store = 'up';
  });

  it('a check that never answers counts as down', async () => {
    const slow = new HealthRegistry().add({
      name: 'stuck',
      required: true,
      check: () => new Promise(() => undefined),
    });
    slow.started();
    expect(await slow.report()).toMatchObject({
      status: 'down',
      checks: [{ detail: 'no answer within 2000 ms' }],
    });
  });
});

describe('start and stop', () => {
  it('says in plain words that a port is taken', async () => {
    const second = await createHttpApplication(SampleModule, { log: false });
    const port = Number(new URL(base).port);
    await expect(listen(second, { port })).rejects.toThrow(CannotListen);
    await expect(listen(second, { port })).rejects.toThrow(`Port ${port} is already taken`);
    await second.close();
  });

  it('finishes what is under way, accepts nothing new, and cuts off what takes too long', async () => {
    const other = await createHttpApplication(SampleModule, { log: false, limits: { drainMs: 2_000 } });
    const url = await listen(other);
    const underWay = fetch(`${url}/v1/samples/slow`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closed = other.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    expect(await (await underWay).json()).toEqual({ done: true });
    await closed;

    const hasty = await createHttpApplication(SampleModule, { log: false, limits: { drainMs: 50 } });
    const cutOff = fetch(`${await listen(hasty)}/v1/samples/slow`);
    cutOff.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await hasty.close();
    await expect(cutOff).rejects.toThrow();
  });
});
