import { existsSync } from 'node:fs';

const FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib'];
const LIBRARY = 'faketime/libfaketimeMT.so.1';

/** Path of libfaketime, or undefined where it is not installed. */
export function findFaketime(): string | undefined {
  return FOLDERS.map((folder) => `${folder}/${LIBRARY}`).find((path) => existsSync(path));
}

/**
 * The environment of a process whose wall clock is wrong, as libfaketime writes it: `+30d`, `-1h`, `+0 x10`. Its
 * monotonic clock stays true, as on a machine whose wall clock was set.
 * @throws when libfaketime is not installed
 */
export function astray(how: string): Record<string, string> {
  const library = findFaketime();
  if (library === undefined) throw new Error('libfaketime is not installed: apt-get install faketime');
  return { LD_PRELOAD: library, FAKETIME: how, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}
