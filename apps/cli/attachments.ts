import { createHash } from 'node:crypto';
import { attachmentsIn, type RecordedAttachment } from '#complaint';
import { BlobFault, type BlobStore } from '#platform/blob-store';
import type { EventStore } from '#platform/event-store';

/** What reading every file found. */
export interface FilesVerified {
  readonly files: number;
  readonly whole: number;
  readonly bad: readonly {
    readonly attachmentId: string;
    readonly complaintId: string;
    readonly fault: 'missing' | 'altered';
  }[];
}

/** Holds every stored file against the hash that its event wrote down. Needs no key. */
export async function verifyAttachments(log: EventStore, blobs: BlobStore): Promise<FilesVerified> {
  let files = 0;
  const bad: FilesVerified['bad'][number][] = [];
  for await (const attachment of attachmentsIn(log)) {
    files += 1;
    const fault = await faultOf(attachment, blobs);
    const { attachmentId, complaintId } = attachment;
    if (fault) bad.push({ attachmentId, complaintId, fault });
  }
  return { files, whole: files - bad.length, bad };
}

async function faultOf(
  { attachmentId, storedSize, storedSha256 }: RecordedAttachment,
  blobs: BlobStore,
): Promise<'missing' | 'altered' | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of blobs.open(attachmentId)) {
      bytes += piece.length;
      hash.update(piece);
    }
  } catch (error) {
    if (error instanceof BlobFault && error.code === 'blob-missing') return 'missing';
    throw error;
  }
  return bytes === storedSize && hash.digest('hex') === storedSha256 ? undefined : 'altered';
}

/** A stored file that no event names. */
export interface Orphan {
  readonly id: string;
  readonly bytes: number;
  readonly storedAt: string;
  readonly removed: boolean;
}

const HOUR_MS = 3_600_000;

/**
 * Files that no event names. The store is listed before the log is read: whatever was recorded meanwhile is known then.
 * @param removeOlderThan hours; without it nothing is removed
 */
export async function findOrphans(
  log: EventStore,
  blobs: BlobStore,
  removeOlderThan?: number,
  now = Date.now(),
): Promise<Orphan[]> {
  const unnamed = new Map<string, Omit<Orphan, 'removed'>>();
  for await (const blob of blobs.list()) unnamed.set(blob.id, blob);
  for await (const { attachmentId } of attachmentsIn(log)) unnamed.delete(attachmentId);
  const orphans: Orphan[] = [];
  for (const blob of unnamed.values()) {
    const age = now - Date.parse(blob.storedAt);
    const removed = removeOlderThan !== undefined && age > removeOlderThan * HOUR_MS;
    if (removed) await blobs.discard(blob.id);
    orphans.push({ ...blob, removed });
  }
  return orphans;
}
