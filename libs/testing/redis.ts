import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endChild, endWithParent, freePort } from '#platform/child-process';

/** A Redis of our own. */
export interface RunningRedis {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
  /** `kill -9`; what it kept lies where it lay. */
  kill(): Promise<void>;
}

const START_TIMEOUT_MS = 15_000;

/** Path of `redis-server`, or undefined where it is not installed. */
export function findRedis(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return folders
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, 'redis-server'))
    .find((program) => {
      try {
        accessSync(program, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** How a Redis of the tests differs from the usual. */
export interface RedisOptions {
  /** Instead of any free one. */
  readonly port?: number;
  /** It writes everything to its file, each second to the disk; otherwise it keeps nothing. */
  readonly appendOnly?: boolean;
  /** Where it keeps its file, instead of a folder of its own that goes with it. */
  readonly folder?: string;
}

/** Starts a Redis in a folder of its own, on 127.0.0.1. It ends with this process. */
export async function startRedis(
  program: string,
  { port: wanted, appendOnly = false, folder: kept }: RedisOptions = {},
): Promise<RunningRedis> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'tousu-redis-'));
  const forget = (): void => {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  };
  const port = wanted ?? (await freePort());
  const args = [
    ['--port', String(port)],
    ['--bind', '127.0.0.1'],
    ['--save', ''],
    ['--appendonly', appendOnly ? 'yes' : 'no'],
    // Timers of BullMQ wake by Redis' own clock tick: 10 ms instead of 100.
    ['--hz', '100'],
    ['--maxmemory-policy', 'noeviction'],
    ['--daemonize', 'no'],
    ['--dir', folder],
  ].flat();
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], cwd: folder });
  endWithParent(child, { signal: 'TERM', ...(kept === undefined ? { temporary: folder } : {}) });
  let said = '';
  const keep = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-4_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.on('error', (error) => {
    said += error.message;
  });
  const until = Date.now() + START_TIMEOUT_MS;
  while (!(await answersPing(port))) {
    if (child.exitCode !== null || child.pid === undefined || Date.now() > until) {
      if (child.pid !== undefined) await endChild(child, 'SIGKILL', 1_000);
      forget();
      throw new Error(`redis-server did not start:\n${said.trim()}`);
    }
    await sleep(20);
  }
  child.unref();
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      await endChild(child, 'SIGTERM', 5_000);
      forget();
    },
    async kill() {
      await endChild(child, 'SIGKILL', 5_000);
    },
  };
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => {
      settle(false);
    });
    socket.once('error', () => {
      settle(false);
    });
    socket.once('data', (chunk) => {
      settle(chunk.toString().startsWith('+PONG'));
    });
  });
}
