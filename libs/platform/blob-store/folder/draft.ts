import { randomUUID } from 'node:crypto';
import { open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** No upload takes this long: what is older was left by a process that was killed. */
const LEFT_BEHIND_MS = 24 * 60 * 60_000;

/** Writes the bytes to a new file and makes them durable. Answers its path; when it fails, no file is left. */
export async function writeDraft(folder: string, content: AsyncIterable<Uint8Array>): Promise<string> {
  const path = join(folder, randomUUID());
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const piece of content) await writeAll(handle, piece);
    await handle.sync();
    await handle.close();
    return path;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}

/** A write may take less than it was given, as on a disk that is about to be full. */
async function writeAll(handle: FileHandle, piece: Uint8Array): Promise<void> {
  for (let at = 0; at < piece.length;) {
    const { bytesWritten } = await handle.write(piece, at);
    at += bytesWritten;
  }
}

/** Removes drafts that are a day old. */
export async function clearDrafts(folder: string, now = Date.now()): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > LEFT_BEHIND_MS) await rm(path, { force: true });
  }
}
