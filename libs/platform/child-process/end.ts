import type { ChildProcess } from 'node:child_process';

/** How a child ended: its exit code, or the signal that ended it. */
export interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Whether a process with that id runs. A process of another user counts as running. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Resolves when the child has ended; at once if it already has. */
export function ended(child: ChildProcess): Promise<ChildEnd> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
  }
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      resolve({ code, signal });
    });
  });
}

/** Asks the child to end with `signal`; after `limitMs` it is killed. Resolves when it is gone. */
export async function endChild(
  child: ChildProcess,
  signal: NodeJS.Signals,
  limitMs: number,
): Promise<ChildEnd> {
  // An unreferenced child would let this process end before the answer came.
  child.ref();
  const over = ended(child);
  child.kill(signal);
  const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
  try {
    return await over;
  } finally {
    clearTimeout(limit);
  }
}
