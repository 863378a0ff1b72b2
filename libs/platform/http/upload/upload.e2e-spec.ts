import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { createHttpApplication, listen } from '../index.js';
import { exchange, takenApart } from '../testing/raw.js';
import { MOST_BYTES, seen, SLOTS, UploadModule } from '../testing/upload-sample.js';

let app: NestFastifyApplication;
let base: string;

beforeAll(async () => {
  app = await createHttpApplication(UploadModule, {
    log: false,
    limits: { headersMs: 400, requestMs: 500, uploadMs: 2_000, lateCheckMs: 100 },
  });
  base = await listen(app);
});
beforeEach(() => {
  Object.assign(seen, { whole: 0, partly: 0 });
});
afterAll(() => app.close());

const ABOUT = JSON.stringify({ what: '合同' });
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function form(file: Buffer, about = ABOUT, name = '旅游合同.pdf'): FormData {
  const data = new FormData();
  data.append('about', new Blob([about], { type: 'application/json' }));
  data.append('file', new Blob([new Uint8Array(file)], { type: 'application/pdf' }), name);
  return data;
}
const send = (body: FormData) => fetch(`${base}/v1/uploads`, { method: 'POST', body });

async function refused(response: Response, status: number, code: string, reason?: string): Promise<void> {
  const document = (await response.json()) as { code: string; facts?: { reason?: string } };
  expect([response.status, document.code, document.facts?.reason]).toEqual([status, code, reason]);
  expect(seen.whole).toBe(0);
}

/** A form by hand: parts with their own headers. */
const part = (headers: string, content: string) => `--B\r\n${headers}\r\n\r\n${content}\r\n`;
const aboutPart = (content = ABOUT) => part('Content-Disposition: form-data; name="about"', content);
const filePart = (content = 'x', more = '') =>
  part(`Content-Disposition: form-data; name="file"; filename="a.txt"${more}`, content);
const byHand = (body: string | Buffer, type = 'multipart/form-data; boundary=B') =>
  fetch(`${base}/v1/uploads`, { method: 'POST', headers: { 'content-type': type }, body });

describe('a form with a file', () => {
  it.each([0, 1, 65_536, MOST_BYTES])('of %i bytes is handed on as it was sent', async (size) => {
    const bytes = randomBytes(size);
    const response = await send(form(bytes));
    expect(await response.json()).toEqual({
      what: '合同',
      name: '旅游合同.pdf',
      mediaType: 'application/pdf',
      bytes: size,
      sha256: sha256(bytes),
    });
  });

  it('may hold what looks like its own borders, and be cut anywhere', async () => {
    const content = '\r\n--B\r\n--B--x\r\n-\r\n--';
    const head =
      'POST /v1/uploads HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n';
    const body = Buffer.from(
      `--XyZ\r\nContent-Disposition: form-data; name="about"\r\n\r\n${ABOUT}\r\n` +
        `--XyZ\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: a/b\r\n\r\n${content}\r\n--XyZ--\r\n`,
    );
    const pieces = Array.from(body, (byte) =>
      Buffer.concat([Buffer.from('1\r\n'), Buffer.of(byte), Buffer.from('\r\n')]),
    );
    const answer = await exchange(base, [
      `${head}Content-Type: multipart/form-data; boundary=XyZ\r\n\r\n`,
      ...pieces,
      '0\r\n\r\n',
    ]);
    expect(answer).toContain(`"bytes":${content.length}`);
    expect(answer).toContain(sha256(Buffer.from(content)));
  });
});

describe('what is refused', () => {
  it('more than is taken, announced or not', async () => {
    await refused(await send(form(randomBytes(MOST_BYTES + 200_000))), 413, 'body-too-large');
    expect(seen.partly).toBe(0);
    await refused(await send(form(randomBytes(MOST_BYTES + 1))), 413, 'body-too-large');
    expect(seen.partly).toBe(1);
  });

  it.each<[string, string, string]>([
    ['no about', `${filePart()}--B--`, 'about-first'],
    ['the file first', `${filePart()}${aboutPart()}--B--`, 'about-first'],
    ['no file', `${aboutPart()}--B--`, 'file-second'],
    [
      'a part of another name',
      `${aboutPart()}${part('Content-Disposition: form-data; name="x"', 'y')}--B--`,
      'file-second',
    ],
    ['two files', `${aboutPart()}${filePart()}${filePart()}--B--`, 'too-many-parts'],
    ['a field behind the file', `${aboutPart()}${filePart()}${aboutPart()}--B--`, 'too-many-parts'],
    ['a form that is cut off in its file', `${aboutPart()}${filePart().slice(0, -2)}`, 'not-a-form'],
    ['a form that is cut off behind about', aboutPart(), 'not-a-form'],
    ['no form at all', 'x'.repeat(1000), 'not-a-form'],
    ['an empty body', '', 'not-a-form'],
    ['an about of a megabyte', `${aboutPart(`"${'x'.repeat(1e6)}"`)}${filePart()}--B--`, 'about-too-large'],
  ])('%s', async (_, body, reason) => {
    await refused(await byHand(body), 400, 'malformed-upload', reason);
  });

  it('an about that is no JSON, or not as declared', async () => {
    await refused(await send(form(randomBytes(9), '{')), 400, 'malformed-json');
    await refused(await send(form(randomBytes(9), '{"what":"a","what":"b"}')), 400, 'malformed-json');
    await refused(await send(form(randomBytes(9), '{"what":1}')), 400, 'validation-failed');
    await refused(await send(form(randomBytes(9), '{"what":"a","by":"me"}')), 400, 'validation-failed');
  });

  it('another type, or a form where none is taken', async () => {
    await refused(await byHand('{}', 'application/json'), 415, 'unsupported-media-type');
    await refused(await byHand('x', 'application/octet-stream'), 415, 'unsupported-media-type');
    await refused(await byHand('x', 'multipart/mixed; boundary=B'), 415, 'unsupported-media-type');
    await refused(await byHand('x', 'multipart/form-data'), 415, 'unsupported-media-type');
    await refused(await byHand('x', 'multipart/form-data; charset=x'), 415, 'unsupported-media-type');
    await refused(await byHand('x', 'multipart/form-data; x=y'), 400, 'malformed-upload', 'no-boundary');
  });

  it('a client that goes away in the middle leaves nothing, and harms nobody', async () => {
    const { port } = new URL(base);
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `POST /v1/uploads HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\nContent-Type: multipart/form-data; boundary=B\r\n\r\n` +
        `${aboutPart()}${filePart('y'.repeat(70_000))}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    while (seen.partly === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seen).toEqual({ whole: 0, partly: 1 });
    expect((await send(form(randomBytes(9)))).status).toBe(201);
  });
});

describe('time and number', () => {
  const head = (type: string, path: string) =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 100000\r\nContent-Type: ${type}\r\n\r\n`;

  it('an upload has longer to arrive than anything else, and then ends with 408', async () => {
    const start = performance.now();
    const drip = Array.from({ length: 200 }, () => 'y');
    const answer = await exchange(
      base,
      [
        `${head('multipart/form-data; boundary=B', '/v1/uploads')}${aboutPart()}${filePart().slice(0, -3)}`,
        ...drip,
      ],
      { pauseMs: 20 },
    );
    expect(takenApart(answer)).toMatchObject({ status: 408, type: 'application/problem+json' });
    expect(performance.now() - start).toBeGreaterThan(1_800);
    expect(seen.whole).toBe(0);
  });

  it('one that was refused is cut off soon, although it would go on', async () => {
    const start = performance.now();
    const drip = Array.from({ length: 400 }, () => 'y');
    const body = `${part('Content-Disposition: form-data; name="x"', 'y')}`;
    const keptOpen = head('multipart/form-data; boundary=B', '/v1/uploads').replace(
      'Connection: close\r\n',
      '',
    );
    const answer = await exchange(base, [`${keptOpen}${body}`, ...drip], { pauseMs: 10 });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('about-first');
    expect(performance.now() - start).toBeLessThan(3_500);
  });

  it('so many at once, and the next is asked to come again', async () => {
    const { port } = new URL(base);
    const open = Array.from({ length: SLOTS }, () => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(`${head('multipart/form-data; boundary=B', '/v1/uploads')}${aboutPart()}`);
      return socket;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const response = await send(form(randomBytes(9)));
    expect(response.headers.get('retry-after')).toBe('5');
    await refused(response, 503, 'service-unavailable', 'uploads-busy');
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await send(form(randomBytes(9)))).status).toBe(201);
  });
});
