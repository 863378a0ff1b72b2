/** Running other programs so that signals reach them and none is left behind. */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { ENVIRONMENT, ROOT } from './place.mjs';

/** Runs a short program to its end; its output is ours. The answer tells whether it ended well. */
export function runStep(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (done.error) console.error(`${program}: ${done.error.message}`);
  return done.status === 0;
}

/** Ends the program ($1) when the pipe closes without a line, that is, when this process was killed. */
const GUARD =
  'IFS= read -r line && exit 0; kill -TERM "$1"; ' +
  'n=0; while kill -0 "$1" 2>/dev/null && [ "$n" -lt 300 ]; do sleep 0.1; n=$((n+1)); done; kill -KILL "$1"';

/**
 * Runs a long program, passes signals on to it, and resolves with its exit code
 * (128 + number when a signal ended it).
 */
export function runForeground(program, args, options = {}) {
  const child = spawn(program, args, { cwd: ROOT, env: ENVIRONMENT, stdio: 'inherit', ...options });
  const guard = guardOf(child);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // In a terminal, Ctrl-C has reached the program already: it stands in the same group.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  const orphaned = whenNpmDies(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('exit', () => clearInterval(orphaned));
    child.once('error', (error) => {
      console.error(`${program}: ${error.message}`);
      guard?.stdin.end('over\n');
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      guard?.stdin.end('over\n');
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/**
 * A signal sent to npm ends npm and the shell between, which does not pass it on: under npm, the loss of the
 * parent is the signal.
 */
function whenNpmDies(act) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 250);
  watch.unref();
  return watch;
}

function guardOf(child) {
  if (child.pid === undefined || process.platform === 'win32') return undefined;
  const guard = spawn('/bin/sh', ['-c', GUARD, 'guard', String(child.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  guard.unref();
  guard.stdin.unref();
  return guard;
}
