import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { isAlive } from '#platform/child-process';
import { startCluster, type Cluster, type ClusterOptions } from '#platform/embedded-postgres';

let fresh: string;
let room: string;
let dataDir: string;
let running: Cluster[];

beforeAll(async () => {
  fresh = mkdtempSync(join(tmpdir(), 'tousu-cluster-'));
  await (await startCluster({ dataDir: join(fresh, 'postgres') })).stop();
});

afterAll(() => {
  rmSync(fresh, { recursive: true, force: true });
});

beforeEach(() => {
  // Made with mode 0700: run by root, every test here also proves that the server gets past a closed folder.
  room = mkdtempSync(join(tmpdir(), 'tousu-cluster-'));
  dataDir = join(room, 'postgres');
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((cluster) => cluster.stop()));
  rmSync(room, { recursive: true, force: true });
});

/** A cluster that was made, started and stopped once already: making one takes two seconds. */
function madeBefore(): void {
  execFileSync('cp', ['-a', join(fresh, 'postgres'), dataDir]);
}

async function start(options: Partial<ClusterOptions> = {}): Promise<Cluster> {
  const cluster = await startCluster({ dataDir, ...options });
  running.push(cluster);
  return cluster;
}

async function ask(cluster: Cluster, question: string): Promise<unknown> {
  const client = new Client({ connectionString: cluster.adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(question);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits until the condition holds; fails after ten seconds. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const limit = Date.now() + 10_000; !(await condition()); await sleep(50)) {
    if (Date.now() > limit) throw new Error(`still waiting: ${condition.toString()}`);
  }
}

describe('an embedded cluster', () => {
  it('is durable, checks its pages, sorts by code point, and asks for a password', async () => {
    const cluster = await start();
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums']) {
      expect([setting, await ask(cluster, `SHOW ${setting}`)]).toEqual([setting, 'on']);
    }
    expect(await ask(cluster, 'SHOW listen_addresses')).toBe('127.0.0.1');
    expect(await ask(cluster, 'SHOW server_encoding')).toBe('UTF8');
    expect(
      await ask(
        cluster,
        "SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname='postgres'",
      ),
    ).toBe('b C.UTF-8');
    const without = new Client({
      host: '127.0.0.1',
      port: cluster.port,
      user: 'postgres',
      password: 'guess',
    });
    await expect(without.connect()).rejects.toThrow(/password authentication failed/);
  });

  it('keeps its data and its password over a stop and a start, and leaves no process', async () => {
    madeBefore();
    const first = await start();
    await ask(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const { pid } = first;
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await start();
    expect(await ask(second, 'SELECT answer FROM kept')).toBe(42);
  });

  it('recovers what was committed before a kill -9', async () => {
    madeBefore();
    const first = await start();
    await ask(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(first.pid, 'SIGKILL');
    await first.stop();
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(true);
    const second = await start();
    expect(await ask(second, 'SELECT answer FROM kept')).toBe(42);
  });

  it('starts although the id in a stale postmaster.pid has gone to another program', async () => {
    madeBefore();
    const first = await start();
    process.kill(first.pid, 'SIGKILL');
    await first.stop();
    // Of the same user as the server: another user's process PostgreSQL would not take for its own kind.
    const other = spawn('sleep', ['60'], { uid: statSync(dataDir).uid, cwd: '/', stdio: 'ignore' });
    try {
      const file = join(dataDir, 'postmaster.pid');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(other.pid)));
      const second = await start();
      expect(await ask(second, 'SELECT 1')).toBe(1);
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('comes back by itself, on the same port, when it was asked to', async () => {
    madeBefore();
    const down: string[] = [];
    const cluster = await start({ restart: true, onDown: (why) => down.push(why) });
    await ask(cluster, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const { pid } = cluster;
    process.kill(pid, 'SIGKILL');
    await until(() => cluster.pid !== pid);
    expect(await ask(cluster, 'SELECT answer FROM kept')).toBe(42);
    expect(down).toEqual(['PostgreSQL ended by itself (SIGKILL)']);
  });

  it('does not outlive a parent that is killed with -9, and a temporary folder goes with it', async () => {
    const program = `
      import { startCluster } from ${JSON.stringify(new URL('./index.js', import.meta.url).href)};
      const cluster = await startCluster({ dataDir: ${JSON.stringify(dataDir)}, temporary: true });
      console.log(cluster.pid);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => !isAlive(pid) && !existsSync(dataDir));
  });
});

describe('what cannot be started is told in plain words', () => {
  it('a folder of another PostgreSQL version', async () => {
    madeBefore();
    await (await start()).stop();
    writeFileSync(join(dataDir, 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringMatching(/was made by PostgreSQL 15, and this release brings PostgreSQL \d+/),
    });
  });

  it('a folder that a live server uses', async () => {
    madeBefore();
    const first = await start();
    await expect(start()).rejects.toMatchObject({
      code: 'in-use',
      message: expect.stringContaining(`in use by a running PostgreSQL (process ${first.pid})`),
    });
    expect(await ask(first, 'SELECT 1')).toBe(1);
  });

  it('a folder with something else in it, which is left as it is', async () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'letter.txt'), 'dear reader');
    await expect(start()).rejects.toMatchObject({ code: 'not-a-data-folder' });
    expect(readFileSync(join(dataDir, 'letter.txt'), 'utf8')).toBe('dear reader');
  });

  it('a port that is taken', async () => {
    madeBefore();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      await expect(start({ port })).rejects.toMatchObject({
        code: 'port-taken',
        message: `Port ${port} on 127.0.0.1 is taken by another program.`,
      });
    } finally {
      other.close();
    }
  });

  it('a setting that PostgreSQL does not know, with its own words', async () => {
    madeBefore();
    await expect(start({ settings: { no_such_setting: '1' } })).rejects.toMatchObject({
      code: 'start-failed',
      message: expect.stringContaining('unrecognized configuration parameter "no_such_setting"'),
    });
  });
});
