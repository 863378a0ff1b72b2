import { createHash, createHmac } from 'node:crypto';

/** A request as it came over the line. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** One account of a store that speaks S3. */
export interface S3Account {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/;

/**
 * Whether a request is signed by the account (AWS Signature Version 4, in the header). Null when it is, otherwise the
 * S3 code of what is wrong with it. The hash of the body is signed; whether the body has it is for the caller to see.
 */
export function signatureFault(request: SignedRequest, account: S3Account): string | null {
  const [, keyId, day = '', region = '', names = '', signature] =
    AUTHORIZATION.exec(textOf(request, 'authorization')) ?? [];
  if (signature === undefined) return 'AccessDenied';
  if (keyId !== account.accessKeyId) return 'InvalidAccessKeyId';
  const signed = names.split(';');
  const needed = ['host', 'x-amz-content-sha256', 'x-amz-date'];
  if (!needed.every((name) => signed.includes(name))) return 'AccessDenied';
  const date = textOf(request, 'x-amz-date');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonicalOf(request, signed))].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${account.secretAccessKey}`,
  );
  return hmac(key, toSign).toString('hex') === signature ? null : 'SignatureDoesNotMatch';
}

function canonicalOf(request: SignedRequest, signed: readonly string[]): string {
  const [path = '', query = ''] = request.url.split('?', 2);
  const pairs = query === '' ? [] : query.split('&').map((pair) => (pair.includes('=') ? pair : `${pair}=`));
  const headers = signed.map((name) => `${name}:${textOf(request, name).trim().replaceAll(/ +/g, ' ')}\n`);
  return [
    request.method,
    path,
    pairs.sort().join('&'),
    headers.join(''),
    signed.join(';'),
    textOf(request, 'x-amz-content-sha256'),
  ].join('\n');
}

function textOf({ headers }: SignedRequest, name: string): string {
  const value = headers[name] ?? '';
  return typeof value === 'string' ? value : value.join(',');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
