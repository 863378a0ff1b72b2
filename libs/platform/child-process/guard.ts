import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';

/**
 * Waits for a line on its input. The line comes when the child has ended in the ordinary way; the end of
 * input without a line means that the parent has died, and then the child is ended, politely first.
 * A pipe is closed by the kernel however the parent died, on Linux and macOS alike.
 */
const SCRIPT = `
IFS= read -r line && exit 0
kill -s "$2" "$1" 2>/dev/null
n=0
while kill -0 "$1" 2>/dev/null && [ "$n" -lt 100 ]; do sleep 0.1; n=$((n+1)); done
kill -s KILL "$1" 2>/dev/null
[ -z "$3" ] || rm -rf -- "$3"
`;

export interface GuardOptions {
  /** What asks the child to end. */
  readonly signal: 'TERM' | 'INT' | 'QUIT';
  /** A temporary folder of the child, removed once it is gone. Only when the parent died: see above. */
  readonly temporary?: string;
}

/**
 * Makes sure that `child` does not outlive this process, even when this process is killed with SIGKILL:
 * a small shell process holds the other end of a pipe and acts when the pipe closes.
 */
export function endWithParent(child: ChildProcess, options: GuardOptions): void {
  if (child.pid === undefined) return;
  const args = ['-c', SCRIPT, 'guard', String(child.pid), options.signal, options.temporary ?? ''];
  const guard = spawn('/bin/sh', args, {
    // A session of its own: Ctrl-C in a terminal reaches the parent, which ends things in their order.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  // The guard may be gone before the line is written; there is nothing left to do then.
  guard.stdin.on('error', () => undefined);
  guard.unref();
  (guard.stdin as Socket).unref();
  child.once('exit', () => {
    guard.stdin.end('over\n');
  });
}
