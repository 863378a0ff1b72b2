import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blobOf, bytesOf, describeBlobStore } from '../contract.js';
import { FolderBlobStore } from './folder-blob-store.js';

const WRITER = fileURLToPath(new URL('../fixture/put-process.js', import.meta.url));
const SIZE = 500_000;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'blobs-'));
  folders.push(folder);
  return folder;
}

describeBlobStore('folder', async () => ({
  store: await FolderBlobStore.open(newFolder()),
  close: async () => undefined,
}));

const fault = (code: string) => expect.objectContaining({ name: 'BlobFault', code });
const drafts = (root: string) => readdirSync(join(root, 'incoming'));

/** Puts a blob from a process of its own. `shell` may limit what that process can do. */
function putElsewhere(root: string, id: string, { failPoint = '', shell = '' } = {}) {
  const command = `${shell} exec "$0" "$@"`;
  return spawnSync('/bin/sh', ['-c', command, process.execPath, WRITER, root, id, `${SIZE}`], {
    env: { ...process.env, TOUSU_FAILPOINT: failPoint, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
}

describe('FolderBlobStore', () => {
  it('keeps files that nobody else on the machine can read', async () => {
    const root = newFolder();
    const store = await FolderBlobStore.open(root);
    const blob = blobOf(randomBytes(10));
    await store.put(blob);
    const file = join(root, 'blobs', blob.id.slice(0, 2), blob.id);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, 'blobs')).mode & 0o777).toBe(0o700);
    expect(drafts(root)).toEqual([]);
  });

  it('killed when the file is written, not placed: nothing stands under its id', async () => {
    const [root, id] = [newFolder(), randomUUID()];
    expect(putElsewhere(root, id, { failPoint: 'blob-written' }).signal).toBe('SIGKILL');
    const store = await FolderBlobStore.open(root);
    expect(await store.find(id)).toBeNull();
    expect(drafts(root)).toHaveLength(1);
    expect(putElsewhere(root, id).stdout).toBe('stored\n');
    expect(await bytesOf(store, id)).toHaveLength(SIZE);
  });

  it('killed when the file is placed: the whole of it is there, and putting it again is no fault', async () => {
    const [root, id] = [newFolder(), randomUUID()];
    expect(putElsewhere(root, id, { failPoint: 'blob-placed' }).signal).toBe('SIGKILL');
    const store = await FolderBlobStore.open(root);
    expect(await bytesOf(store, id)).toHaveLength(SIZE);
    expect(putElsewhere(root, id).stdout).toBe('stored\n');
  });

  it('clears away what a killed process left half-written, a day later and not before', async () => {
    const root = newFolder();
    putElsewhere(root, randomUUID(), { failPoint: 'blob-written' });
    await FolderBlobStore.open(root);
    const [draft = ''] = drafts(root);
    const yesterday = Date.now() / 1000 - 25 * 3600;
    utimesSync(join(root, 'incoming', draft), yesterday, yesterday);
    await FolderBlobStore.open(root);
    expect(drafts(root)).toEqual([]);
  });

  it('no room for the file: a fault that says so, and no half of it stays', async () => {
    const [root, id] = [newFolder(), randomUUID()];
    // The system refuses to let any file of that process grow beyond 100 blocks, in the middle of a write.
    const { stdout } = putElsewhere(root, id, { shell: "trap '' XFSZ; ulimit -f 100;" });
    expect(stdout).toBe('store-full\n');
    expect(drafts(root)).toEqual([]);
    expect(await (await FolderBlobStore.open(root)).find(id)).toBeNull();
  });

  it('a folder that is gone, as when it is no longer mounted, is a store that is away', async () => {
    const root = newFolder();
    const store = await FolderBlobStore.open(root);
    renameSync(join(root, 'incoming'), join(root, 'elsewhere'));
    await expect(store.put(blobOf(randomBytes(9)))).rejects.toEqual(fault('store-unavailable'));
  });

  it('takes no notice of what else lies in the folder', async () => {
    const root = newFolder();
    const store = await FolderBlobStore.open(root);
    const blob = blobOf(randomBytes(9));
    await store.put(blob);
    writeFileSync(join(root, 'blobs', blob.id.slice(0, 2), '.DS_Store'), '');
    const seen = [];
    for await (const { id } of store.list()) seen.push(id);
    expect(seen).toEqual([blob.id]);
  });

  it('a place that cannot be a folder is refused at the start', async () => {
    const root = newFolder();
    const file = join(root, 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o600);
    await expect(FolderBlobStore.open(file)).rejects.toEqual(fault('store-refused'));
    expect(readFileSync(file, 'utf8')).toBe('');
  });
});
