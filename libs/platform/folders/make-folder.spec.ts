import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'tousu-folders-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const codeOf = (make: () => void): string | undefined => {
  try {
    make();
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
};

describe('making a folder', () => {
  it('makes what is missing above it, for its owner alone, and leaves what is there', () => {
    const path = join(folder, 'a', 'b');
    makeFolder(path);
    makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'a')).mode & 0o077).toBe(0);
  });

  it('says what stands in the way', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(codeOf(() => makeFolder(join(file, 'x')))).toBe('ENOTDIR');
    const link = join(folder, 'link');
    symlinkSync(join(folder, 'nowhere'), link);
    expect(codeOf(() => makeFolder(link))).toBe('EEXIST');
  });

  // In a process of its own: where this goes wrong it never comes back.
  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('comes back where no folder can be made', () => {
    const program = `import(${JSON.stringify(fileURLToPath(new URL('./index.js', import.meta.url)))})
      .then(({ makeFolder }) => makeFolder('/proc/x/y')).catch(({ code }) => console.log(code))`;
    const { stdout } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8', timeout: 10_000 });
    expect(stdout.trim()).toBe('ENOENT');
  });
});
