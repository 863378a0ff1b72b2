import { createReadStream } from 'node:fs';
import { link, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failPoint } from '#platform/failpoint';
import { makeFolder } from '#platform/folders';
import { asAnnounced, expectSame } from '../announced.js';
import { checkBlobId, isBlobId } from '../faults.js';
import { BlobStore, type NewBlob, type StoredBlob } from '../port.js';
import { clearDrafts, writeDraft } from './draft.js';
import { absent, faultOf, syncFolder } from './file-system.js';

const OURS_ALONE = 0o700;

/**
 * Files in a folder of this machine: `blobs/<first two digits>/<id>`. A file is written beside, made durable and then
 * linked into place, so that under its id there is the whole of it or nothing, whenever the process or the machine dies.
 */
export class FolderBlobStore extends BlobStore {
  private constructor(private readonly root: string) {
    super();
  }

  /** Makes the folder when there is none, and clears away what killed processes left half-written days ago. */
  static async open(root: string): Promise<FolderBlobStore> {
    try {
      makeFolder(join(root, 'blobs'));
      makeFolder(join(root, 'incoming'));
      await clearDrafts(join(root, 'incoming'));
    } catch (error) {
      throw faultOf(error, `the folder for files ${root} cannot be used`, 'store-unavailable');
    }
    return new FolderBlobStore(root);
  }

  override async put(blob: NewBlob): Promise<void> {
    checkBlobId(blob.id);
    try {
      const draft = await writeDraft(join(this.root, 'incoming'), asAnnounced(blob));
      try {
        failPoint('blob-written');
        await this.place(draft, blob);
        failPoint('blob-placed');
      } finally {
        await rm(draft, { force: true });
      }
    } catch (error) {
      throw faultOf(error, blob.id, 'store-unavailable');
    }
  }

  override async *open(id: string): AsyncGenerator<Buffer> {
    checkBlobId(id);
    try {
      yield* createReadStream(this.path(id)) as AsyncIterable<Buffer>;
    } catch (error) {
      throw faultOf(error, id);
    }
  }

  override async find(id: string): Promise<StoredBlob | null> {
    checkBlobId(id);
    try {
      const { size, mtime } = await stat(this.path(id));
      return { id, bytes: size, storedAt: mtime.toISOString() };
    } catch (error) {
      if (absent(error)) return null;
      throw faultOf(error, id);
    }
  }

  override async *list(): AsyncGenerator<StoredBlob> {
    for (const shelf of await readdir(join(this.root, 'blobs'))) {
      for (const id of await readdir(join(this.root, 'blobs', shelf))) {
        const found = isBlobId(id) ? await this.find(id) : null;
        if (found) yield found;
      }
    }
  }

  override async discard(id: string): Promise<void> {
    checkBlobId(id);
    try {
      await rm(this.path(id), { force: true });
    } catch (error) {
      throw faultOf(error, id);
    }
  }

  /** A link, not a renaming: it fails where something stands already. */
  private async place(draft: string, blob: NewBlob): Promise<void> {
    const shelf = join(this.root, 'blobs', blob.id.slice(0, 2));
    if ((await mkdir(shelf, { recursive: true, mode: OURS_ALONE })) !== undefined) {
      await syncFolder(join(this.root, 'blobs'));
    }
    try {
      await link(draft, this.path(blob.id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      await expectSame(this, blob);
    }
    await syncFolder(shelf);
  }

  private path(id: string): string {
    return join(this.root, 'blobs', id.slice(0, 2), id);
  }
}
