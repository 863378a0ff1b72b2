import { describe, expect, it } from '@jest/globals';
import { signatureFault, type SignedRequest } from './sigv4.js';

/** The account, requests and signatures that Amazon publishes for whoever writes Signature Version 4. */
const ACCOUNT = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const signedBy = (names: string, signature: string) =>
  `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${names},Signature=${signature}`;
const common = {
  host: 'examplebucket.s3.amazonaws.com',
  'x-amz-date': '20130524T000000Z',
  'x-amz-content-sha256': EMPTY,
};

const EXAMPLES: [string, SignedRequest][] = [
  [
    'GET of an object',
    {
      method: 'GET',
      url: '/test.txt',
      headers: {
        ...common,
        range: 'bytes=0-9',
        authorization: signedBy(
          'host;range;x-amz-content-sha256;x-amz-date',
          'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
        ),
      },
    },
  ],
  [
    'PUT of an object',
    {
      method: 'PUT',
      url: '/test%24file.text',
      headers: {
        ...common,
        date: 'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
        authorization: signedBy(
          'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
          '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
        ),
      },
    },
  ],
  [
    'GET of a setting of a bucket',
    {
      method: 'GET',
      url: '/?lifecycle',
      headers: {
        ...common,
        authorization: signedBy(
          'host;x-amz-content-sha256;x-amz-date',
          'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
        ),
      },
    },
  ],
  [
    'GET of a list',
    {
      method: 'GET',
      url: '/?prefix=J&max-keys=2',
      headers: {
        ...common,
        authorization: signedBy(
          'host;x-amz-content-sha256;x-amz-date',
          '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
        ),
      },
    },
  ],
];

describe('Signature Version 4, as Amazon publishes it', () => {
  it.each(EXAMPLES)('%s is signed by the account', (_, request) => {
    expect(signatureFault(request, ACCOUNT)).toBeNull();
  });

  it.each(EXAMPLES)('%s is not, with anything changed', (_, request) => {
    const fault = (change: Partial<SignedRequest>) => signatureFault({ ...request, ...change }, ACCOUNT);
    const headers = (more: Record<string, string | undefined>) => ({
      headers: { ...request.headers, ...more },
    });
    expect(fault({ method: 'DELETE' })).toBe('SignatureDoesNotMatch');
    expect(fault({ url: `${request.url}x` })).toBe('SignatureDoesNotMatch');
    expect(fault(headers({ host: 'elsewhere' }))).toBe('SignatureDoesNotMatch');
    expect(fault(headers({ 'x-amz-content-sha256': '0'.repeat(64) }))).toBe('SignatureDoesNotMatch');
    expect(fault(headers({ authorization: undefined }))).toBe('AccessDenied');
    expect(signatureFault(request, { ...ACCOUNT, secretAccessKey: 'other' })).toBe('SignatureDoesNotMatch');
    expect(signatureFault(request, { ...ACCOUNT, accessKeyId: 'other' })).toBe('InvalidAccessKeyId');
  });
});
