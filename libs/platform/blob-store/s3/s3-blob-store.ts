import type * as Sdk from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { asAnnounced, expectSame } from '../announced.js';
import { BlobFault, checkBlobId, isBlobId } from '../faults.js';
import { BlobStore, type NewBlob, type StoredBlob } from '../port.js';
import { faultOf } from './s3-faults.js';

/** Where the bucket is. Without an endpoint it is Amazon's; with one, its path begins with the bucket. */
export interface S3Place {
  readonly bucket: string;
  /** Put before each id, such as `tousu/`; may be empty. */
  readonly prefix: string;
  readonly region: string;
  readonly endpoint?: string;
  /** Without them, those that the machine is given (instance role, shared file). */
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 200;

const nothing = () => undefined;
/** The client would speak past our log, and its words can hold keys and addresses. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing, trace: nothing };

/** Files as objects of a bucket that speaks S3. The hash of the bytes is part of what is signed, so the store checks it. */
export class S3BlobStore extends BlobStore {
  private constructor(
    private readonly sdk: typeof Sdk,
    private readonly client: Sdk.S3Client,
    private readonly place: S3Place,
  ) {
    super();
  }

  /** Loads the client only here: who keeps files in a folder does not pay for it. */
  static async open(place: S3Place): Promise<S3BlobStore> {
    const sdk = await import('@aws-sdk/client-s3');
    const client = new sdk.S3Client({
      region: place.region,
      endpoint: place.endpoint,
      forcePathStyle: place.endpoint !== undefined,
      credentials: place.credentials,
      maxAttempts: ATTEMPTS,
      logger: SILENT,
      // Trailers with checksums are Amazon's own; other stores refuse them.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
    });
    return new S3BlobStore(sdk, client, place);
  }

  close(): void {
    this.client.destroy();
  }

  override async put(blob: NewBlob): Promise<void> {
    checkBlobId(blob.id);
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.attempt(blob);
      if (outcome === 'stored') return;
      if (outcome === 'taken') return expectSame(this, blob);
      if (outcome.code !== 'store-unavailable' || attempt === ATTEMPTS) throw outcome;
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
  }

  override async *open(id: string): AsyncGenerator<Buffer> {
    checkBlobId(id);
    try {
      const { Body } = await this.client.send(new this.sdk.GetObjectCommand(this.object(id)));
      if (!(Body instanceof Readable)) throw new BlobFault('store-unavailable', id);
      yield* Body as AsyncIterable<Buffer>;
    } catch (error) {
      throw faultOf(error, id);
    }
  }

  override async find(id: string): Promise<StoredBlob | null> {
    checkBlobId(id);
    try {
      const found = await this.client.send(new this.sdk.HeadObjectCommand(this.object(id)));
      return { id, bytes: found.ContentLength ?? 0, storedAt: instantOf(found.LastModified) };
    } catch (error) {
      const fault = faultOf(error, id);
      if (fault instanceof BlobFault && fault.code === 'blob-missing') return null;
      throw fault;
    }
  }

  override async *list(): AsyncGenerator<StoredBlob> {
    const { bucket, prefix } = this.place;
    let next: string | undefined;
    do {
      const page = await this.client
        .send(new this.sdk.ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: next }))
        .catch((error: unknown) => {
          throw faultOf(error, 'the list');
        });
      for (const { Key = '', Size = 0, LastModified } of page.Contents ?? []) {
        const id = Key.slice(prefix.length);
        if (isBlobId(id)) yield { id, bytes: Size, storedAt: instantOf(LastModified) };
      }
      next = page.NextContinuationToken;
    } while (next !== undefined);
  }

  override async discard(id: string): Promise<void> {
    checkBlobId(id);
    try {
      await this.client.send(new this.sdk.DeleteObjectCommand(this.object(id)));
    } catch (error) {
      throw faultOf(error, id);
    }
  }

  /** One try. What goes wrong with the source of the bytes is thrown as it is; trying again would not mend it. */
  private async attempt(blob: NewBlob): Promise<'stored' | 'taken' | BlobFault> {
    const body = Readable.from(asAnnounced(blob), { objectMode: false });
    const abort = new AbortController();
    let broken: Error | undefined;
    body.once('error', (error) => {
      broken = error;
      abort.abort();
    });
    try {
      await this.client.send(this.putOf(blob, body), { abortSignal: abort.signal });
      return 'stored';
    } catch (error) {
      if (broken) throw broken;
      const fault = faultOf(error, blob.id);
      if (fault instanceof BlobFault) return fault.code === 'blob-exists' ? 'taken' : fault;
      throw fault;
    } finally {
      body.destroy();
    }
  }

  private putOf(blob: NewBlob, body: Readable) {
    const put = new this.sdk.PutObjectCommand({
      ...this.object(blob.id),
      Body: body,
      ContentLength: blob.bytes,
      ContentType: 'application/octet-stream',
      IfNoneMatch: '*',
    });
    put.middlewareStack.add(
      (next) => (args) => {
        const { headers } = args.request as { headers: Record<string, string> };
        headers['x-amz-content-sha256'] = blob.sha256;
        return next(args);
      },
      { step: 'build', name: 'hashOfTheWhole' },
    );
    return put;
  }

  private object(id: string): { Bucket: string; Key: string } {
    return { Bucket: this.place.bucket, Key: `${this.place.prefix}${id}` };
  }
}

function instantOf(moment: Date | undefined): string {
  return (moment ?? new Date(0)).toISOString();
}
