import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Only its owner enters it. */
const OURS_ALONE = 0o700;

/**
 * Makes a folder, and what is missing above it; one that is there stays as it is. Throws what the file system says (`ENOENT`
 * where it takes no folders, such as `/proc`). One by one: there Node's `recursive` never comes back.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: OURS_ALONE });
  } catch (error) {
    // Another process was faster.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
