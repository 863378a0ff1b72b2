import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive } from '#platform/child-process';

/** Who holds a lock: its id alone is not enough, since ids are given again. */
interface Holder {
  readonly pid: number;
  readonly startedAt: string;
}

/**
 * Takes a lock file for this process; answers how to give it back, or the id of the live process that has it.
 * The lock of a process that was killed is taken over.
 */
export function takeLock(path: string): (() => void) | { readonly heldBy: number } {
  const mine = JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) } satisfies Holder);
  for (;;) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = holderOf(path);
    if (holder && isAlive(holder.pid) && startOf(holder.pid) === holder.startedAt) {
      return { heldBy: holder.pid };
    }
    clear(path);
  }
}

function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Moved away before it is removed, so that of two processes only one removes it. */
function clear(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  rmSync(aside, { force: true });
}

/** When a process was started, in the words of this machine; empty when that cannot be told. */
function startOf(pid: number): string {
  try {
    // The 22nd field; the second is the name in brackets, which may hold anything.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return startByPs(pid);
  }
}

function startByPs(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
