import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderBlobStore } from '#platform/blob-store';
import { MemoryEventStore, type EventStore } from '#platform/event-store';
import { findOrphans, verifyAttachments } from './attachments.js';

const folder = mkdtempSync(join(tmpdir(), 'cli-attachments-'));
afterAll(() => rmSync(folder, { recursive: true }));

let log: EventStore;
let root: string;
let blobs: FolderBlobStore;
beforeEach(async () => {
  log = new MemoryEventStore();
  root = join(folder, randomUUID());
  blobs = await FolderBlobStore.open(root);
});

const CONTENT = Buffer.from('encrypted bytes');
const sha256 = createHash('sha256').update(CONTENT).digest('hex');

/** A stored file; `hoursAgo` by the clock of its store. */
async function stored(hoursAgo = 0): Promise<string> {
  const id = randomUUID();
  const read = async function* () {
    yield CONTENT;
  };
  await blobs.put({ id, bytes: CONTENT.length, sha256, read });
  const at = Date.now() / 1000 - hoursAgo * 3600;
  utimesSync(placeOf(id), at, at);
  return id;
}

async function recorded(attachmentId: string): Promise<string> {
  const complaintId = randomUUID();
  const data = { attachmentId, storedSize: CONTENT.length, storedSha256: sha256 };
  const event = { id: randomUUID(), type: 'EvidenceAttached', schemaVersion: 1, data, meta: {} };
  await log.append({ stream: `complaint-${complaintId}`, expected: 'no-stream', events: [event] });
  return complaintId;
}

function placeOf(id: string): string {
  return join(root, 'blobs', id.slice(0, 2), id);
}

describe('verifying files', () => {
  it('finds every file that is missing, longer, shorter or altered, and no other', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => stored()));
    const cases = new Map<string, string>();
    for (const id of ids) cases.set(id, await recorded(id));
    const [, gone = '', short = '', long = '', altered = ''] = ids;
    await stored();
    rmSync(placeOf(gone));
    truncateSync(placeOf(short), 3);
    writeFileSync(placeOf(long), `${CONTENT.toString()}x`);
    writeFileSync(placeOf(altered), CONTENT.toString().replace('e', 'E'));
    expect(await verifyAttachments(log, blobs)).toEqual({
      files: 5,
      whole: 1,
      bad: [
        { attachmentId: gone, complaintId: cases.get(gone), fault: 'missing' },
        { attachmentId: short, complaintId: cases.get(short), fault: 'altered' },
        { attachmentId: long, complaintId: cases.get(long), fault: 'altered' },
        { attachmentId: altered, complaintId: cases.get(altered), fault: 'altered' },
      ],
    });
  });
});

describe('orphans', () => {
  it('are files that no event names; only old ones are removed, and only when asked', async () => {
    const named = await stored(1_000);
    await recorded(named);
    const [old, fresh] = [await stored(25), await stored(23)];
    const seen = (removeOlderThan?: number) =>
      findOrphans(log, blobs, removeOlderThan).then((found) =>
        Object.fromEntries(found.map(({ id, removed }) => [id, removed])),
      );
    expect(await seen()).toEqual({ [old]: false, [fresh]: false });
    expect(await seen(24)).toEqual({ [old]: true, [fresh]: false });
    expect(await seen(24)).toEqual({ [fresh]: false });
    expect(await blobs.find(named)).not.toBeNull();
  });

  it('a file that is recorded while the store is looked through is none', async () => {
    const id = await stored(1_000);
    const slow = Object.create(blobs, {
      list: {
        value: async function* () {
          yield* blobs.list();
          await recorded(id);
        },
      },
    }) as FolderBlobStore;
    expect(await findOrphans(log, slow, 24)).toEqual([]);
    expect(await blobs.find(id)).not.toBeNull();
  });
});
