import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureFault, type S3Account } from './sigv4.js';

/** A store that speaks S3, for tests: one bucket, kept in memory. */
export interface TestS3 {
  readonly endpoint: string;
  readonly bucket: string;
  readonly account: S3Account;
  /** What is kept, by key. */
  readonly objects: ReadonlyMap<string, Buffer>;
  /** The next requests fail with this status and code. */
  failNext(times: number, status: number, code: string): void;
  stop(): Promise<void>;
}

interface Kept {
  readonly content: Buffer;
  readonly at: Date;
}

const BUCKET = 'evidence';
const PAGE = 10;
const ACCOUNT: S3Account = { accessKeyId: 'TESTACCOUNT', secretAccessKey: 'a secret of the test store' };

/**
 * The part of the protocol that keeping files needs, as strict as the real ones: every request signed (Signature Version
 * 4), the hash of the body checked against the signed one, only whole bodies kept, `If-None-Match: *` honoured, lists in
 * pages of ten.
 */
export async function startTestS3(): Promise<TestS3> {
  const kept = new Map<string, Kept>();
  let failing = { times: 0, status: 0, code: '' };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      if (body === null) return response.destroy();
      if (failing.times > 0) {
        failing.times -= 1;
        return refuse(response, failing.status, failing.code);
      }
      return answer(kept, request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: BUCKET,
    account: ACCOUNT,
    get objects() {
      return new Map([...kept].map(([key, { content }]) => [key, content]));
    },
    failNext: (times, status, code) => (failing = { times, status, code }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Null when the sender went away before all of it had come. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  try {
    return Buffer.concat(await request.toArray());
  } catch {
    return null;
  }
}

function answer(
  kept: Map<string, Kept>,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): void {
  const { method = '', url = '', headers } = request;
  const unsigned = signatureFault({ method, url, headers }, ACCOUNT);
  if (unsigned !== null) return refuse(response, 403, unsigned);
  const announced = headers['x-amz-content-sha256'];
  if (announced !== createHash('sha256').update(body).digest('hex'))
    return refuse(response, 400, 'XAmzContentSHA256Mismatch');
  const { pathname, searchParams } = new URL(url, 'http://store');
  const [, bucket, ...steps] = decodeURIComponent(pathname).split('/');
  if (bucket !== BUCKET) return refuse(response, 404, 'NoSuchBucket');
  const key = steps.join('/');
  if (key === '') return list(kept, response, searchParams);
  if (method === 'PUT') return put(kept, response, key, { body, only: headers['if-none-match'] === '*' });
  if (method === 'DELETE') {
    kept.delete(key);
    response.writeHead(204).end();
    return;
  }
  return get(kept.get(key), response, method);
}

function put(
  kept: Map<string, Kept>,
  response: ServerResponse,
  key: string,
  { body, only }: { readonly body: Buffer; readonly only: boolean },
): void {
  if (only && kept.has(key)) return refuse(response, 412, 'PreconditionFailed');
  kept.set(key, { content: body, at: new Date() });
  response.writeHead(200, { etag: `"${createHash('md5').update(body).digest('hex')}"` }).end();
}

function get(found: Kept | undefined, response: ServerResponse, method: string): void {
  if (!found) return refuse(response, 404, 'NoSuchKey');
  response.writeHead(200, {
    'content-length': found.content.length,
    'last-modified': found.at.toUTCString(),
  });
  response.end(method === 'HEAD' ? undefined : found.content);
}

function list(kept: Map<string, Kept>, response: ServerResponse, query: URLSearchParams): void {
  const after = query.get('continuation-token') ?? '';
  const keys = [...kept.keys()]
    .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
    .sort();
  const page = keys.slice(0, PAGE);
  const more = keys.length > PAGE;
  const contents = page.map((key) => {
    const { content, at } = kept.get(key)!;
    return `<Contents><Key>${key}</Key><Size>${content.length}</Size><LastModified>${at.toISOString()}</LastModified></Contents>`;
  });
  const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(
      `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
    );
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(
      `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
    );
}
