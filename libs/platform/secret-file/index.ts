import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '#platform/folders';

/** A secret file that others on this machine can read is not used. The message says how to mend it. */
export class SecretFileOpenToOthers extends Error {
  override readonly name = 'SecretFileOpenToOthers';

  constructor(path: string) {
    super(`${path} can be read by others; run: chmod 600 ${path}`);
  }
}

/**
 * The content of a file that only its owner can read; created by `create` on first use, and the same ever after.
 * Throws {@link SecretFileOpenToOthers}.
 */
export function secretFile(path: string, create: () => string): string {
  if (!statSync(path, { throwIfNoEntry: false })) createOnce(path, create());
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new SecretFileOpenToOthers(path);
  }
  return readFileSync(path, 'utf8');
}

/** Written beside and linked into place: processes that start together end up with one secret, whole. */
function createOnce(path: string, content: string): void {
  makeFolder(dirname(path));
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, content, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
