import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { PersonalDataFault } from './faults.js';

/**
 * The key-encryption key kept in a file that only its owner can read; created on first use.
 * For one machine without a key service: whoever copies the data folder copies the key, so a backup of the
 * database must not include it. Throws `kek-unfit` when others can read the file.
 */
export function keyFromFile(path: string): string {
  createOnce(path);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new PersonalDataFault('kek-unfit', `${path} can be read by others; run: chmod 600 ${path}`);
  }
  return readFileSync(path, 'utf8').trim();
}

/** Written beside and linked into place: two processes that start together end up with one key, whole. */
function createOnce(path: string): void {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  if (statSync(path, { throwIfNoEntry: false })) return;
  try {
    writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkIfThere(draft);
  }
}

function unlinkIfThere(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })) unlinkSync(path);
}
