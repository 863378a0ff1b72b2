import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ended, freePort, isAlive } from '#platform/child-process';
import { OfficeClient } from '../apps/standalone/client/office-client.js';
import { PLAYS } from '../apps/standalone/sample/bring.js';

/** Generous, since the machine may have much else to do: a first start takes 25 s, a later one 4 s. */
const FIRST_START_MS = 240_000;
const START_MS = 60_000;
const STOP_MS = 10_000;

interface Running {
  readonly child: ChildProcess;
  readonly said: () => string;
}

interface Entry {
  readonly id: string;
  readonly number: string;
  readonly phase: string;
}

jest.setTimeout(2 * START_MS);

describe('a standalone, from its first start on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tousu-standalone-'));
  const data = join(folder, 'data');
  const running = new Set<ChildProcess>();
  let port: number;
  let url: string;
  let standalone: Running;
  let chains: readonly string[];

  function run(env: Readonly<Record<string, string>> = {}): Running {
    const child = spawn(process.execPath, ['dist/apps/standalone/main.js'], {
      env: { PATH: process.env['PATH'], TOUSU_DATA: data, PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    }
    return { child, said: () => said };
  }

  async function ready(started: Running, limitMs: number): Promise<void> {
    const until = Date.now() + limitMs;
    while (Date.now() < until) {
      if (started.child.exitCode !== null) throw new Error(`it ended: ${started.said()}`);
      const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
      if (answer?.status === 200) return;
      await sleep(100);
    }
    throw new Error(`it is not ready after ${limitMs} ms: ${started.said()}`);
  }

  async function end({ child }: Running, signal: NodeJS.Signals): Promise<number | null> {
    const over = ended(child);
    child.kill(signal);
    const { code } = await over;
    running.delete(child);
    return code;
  }

  /** Runs a start that must fail; answers its exit code and what it said. */
  async function failing(
    env: Readonly<Record<string, string>>,
  ): Promise<{ code: number | null; said: string }> {
    const started = run(env);
    const { code } = await ended(started.child);
    await sleep(50);
    return { code, said: started.said() };
  }

  function client(): OfficeClient {
    const secrets = JSON.parse(readFileSync(join(data, 'oidc-provider.json'), 'utf8')) as {
      passwords: Record<string, string>;
    };
    return new OfficeClient(url, secrets.passwords);
  }

  async function register(): Promise<readonly Entry[]> {
    const answer = await client().get('leader', '/v1/complaints?limit=50');
    return answer.body['items'] as unknown as Entry[];
  }

  async function chainOf({ id }: Entry): Promise<string> {
    const answer = await client().get('auditor', `/v1/complaints/${id}/history`);
    const events = answer.body['events'] as unknown as { chain: string }[];
    return events.map(({ chain }) => chain).join();
  }

  function postmaster(): number {
    return Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  beforeAll(async () => {
    port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const cutOff = run();
    for (let tries = 0; !cutOff.said().includes(' 40 of ') && tries < 900; tries += 1) await sleep(100);
    await end(cutOff, 'SIGKILL');
    standalone = run();
    await ready(standalone, FIRST_START_MS);
  }, 2 * FIRST_START_MS);

  afterAll(async () => {
    for (const child of running) {
      const over = ended(child);
      child.kill('SIGTERM');
      await over;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings in twelve complaints, each to where its path leads, though the first start was killed half way', async () => {
    const entries = await register();
    expect(entries.map(({ phase }) => phase).toSorted()).toEqual(PLAYS.map(({ ends }) => ends).toSorted());
    expect(entries).toHaveLength(12);
    expect(new Set(entries.map(({ number }) => number)).size).toBe(12);
    chains = await Promise.all(entries.map(chainOf));
  });

  it('shows clocks that run, that were met, met late and missed, one with a reminder raised', async () => {
    const answer = await client().get('leader', '/v1/deadlines?limit=200');
    const statuses = (answer.body['items'] as unknown as { status: string }[]).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['running', 'met', 'met-late', 'missed']));
    const work = await client().get('leader', '/v1/work-list?limit=50');
    expect(JSON.stringify(work.body)).toContain(
      '"rung":"yellow","at":"2026-11-25T01:00:00.000Z","raised":true',
    );
  });

  it('fires timers within seconds when the administrator moves the clock, and for nobody else', async () => {
    const office = client();
    expect((await office.post('leader', '/v1/evaluation/clock', { minutes: 1 })).status).toBe(403);
    const before = await office.get('leader', '/v1/deadlines?status=missed&limit=200');
    const moved = await office.post('administrator', '/v1/evaluation/clock', { minutes: 4 * 1440 });
    expect(moved.status).toBe(200);
    const count = async () =>
      ((await office.get('leader', '/v1/deadlines?status=missed&limit=200')).body['items'] as []).length;
    for (let tries = 0; (await count()) === (before.body['items'] as []).length && tries < 100; tries += 1) {
      await sleep(100);
    }
    expect(await count()).toBeGreaterThan((before.body['items'] as []).length);
    chains = await Promise.all((await register()).map(chainOf));
  });

  it('says in plain words that its data folder is in use', async () => {
    const { code, said } = await failing({ PORT: String(await freePort()) });
    expect(code).toBe(1);
    expect(said).toContain('is in use by another Tousu');
  });

  it('says in plain words that the port is taken, and leaves nothing running', async () => {
    const other = join(folder, 'other');
    const { code, said } = await failing({ TOUSU_DATA: other });
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is already taken by another program; choose another with PORT=`);
    expect(processesOf(other)).toEqual([]);
  });

  it('ends within seconds on SIGTERM, with 0 and no process left behind', async () => {
    const server = postmaster();
    const started = Date.now();
    expect(await end(standalone, 'SIGTERM')).toBe(0);
    expect(Date.now() - started).toBeLessThan(STOP_MS);
    expect(isAlive(server)).toBe(false);
    expect(processesOf(data)).toEqual([]);
  });

  it(
    'has the same complaints and the same hash chains after a second start',
    async () => {
      standalone = run();
      await ready(standalone, START_MS);
      expect(standalone.said()).not.toContain('First start');
      expect(await Promise.all((await register()).map(chainOf))).toEqual(chains);
    },
    START_MS + 10_000,
  );

  it(
    'recovers from kill -9',
    async () => {
      const server = postmaster();
      await end(standalone, 'SIGKILL');
      for (let tries = 0; isAlive(server) && tries < 100; tries += 1) await sleep(100);
      expect(isAlive(server)).toBe(false);
      standalone = run();
      await ready(standalone, START_MS);
      expect(await Promise.all((await register()).map(chainOf))).toEqual(chains);
      expect(await end(standalone, 'SIGTERM')).toBe(0);
    },
    2 * START_MS,
  );

  it('says in plain words that the data folder belongs to another version, or is none of ours', async () => {
    const foreign = join(folder, 'foreign');
    cpSync(join(data, 'tousu.json'), join(foreign, 'tousu.json'));
    const marker = JSON.parse(readFileSync(join(foreign, 'tousu.json'), 'utf8')) as object;
    writeFileSync(join(foreign, 'tousu.json'), JSON.stringify({ ...marker, format: 99 }));
    const newer = await failing({ TOUSU_DATA: foreign });
    expect([newer.code, newer.said]).toEqual([
      1,
      expect.stringContaining('belongs to another version of Tousu'),
    ]);
    rmSync(join(foreign, 'tousu.json'));
    writeFileSync(join(foreign, 'holiday.jpg'), '');
    const strange = await failing({ TOUSU_DATA: foreign });
    expect([strange.code, strange.said]).toEqual([1, expect.stringContaining('holds no data of Tousu')]);
  });

  it('keeps sample data and real complaints apart, and tells what production needs', async () => {
    const bare = await failing({ TOUSU_PROFILE: 'production' });
    expect([bare.code, bare.said]).toEqual([1, expect.stringContaining('OIDC_ISSUER is not set')]);
    const offices = join(folder, 'offices.json');
    const office = { id: 'a', name: { zh: '甲局', en: 'A' }, word: '甲', level: 'city', division: '990100' };
    writeFileSync(offices, JSON.stringify([office]));
    const people = join(folder, 'people.json');
    writeFileSync(people, JSON.stringify([{ id: 'leader', office: 'a' }]));
    const production = {
      TOUSU_PROFILE: 'production',
      OIDC_ISSUER: 'http://127.0.0.1:1',
      OIDC_AUDIENCE: 'tousu-api',
      TOUSU_OFFICES: offices,
      TOUSU_PEOPLE: people,
    };
    const mixed = await failing(production);
    expect([mixed.code, mixed.said]).toEqual([1, expect.stringContaining('are never mixed')]);
    writeFileSync(people, JSON.stringify([{ id: 'leader', office: 'b' }]));
    const strange = await failing({ ...production, TOUSU_DATA: join(folder, 'production') });
    const why = `did not start. person 1 (leader) in ${people} is of an office that there is not: "b"`;
    expect([strange.code, strange.said]).toEqual([1, expect.stringContaining(why)]);
  });

  it('says in plain words that DATABASE_URL leads nowhere, without its password', async () => {
    const { code, said } = await failing({
      TOUSU_DATA: join(folder, 'nowhere'),
      DATABASE_URL: `postgres://somebody:geheim@127.0.0.1:${await freePort()}/tousu`,
    });
    expect(code).toBe(1);
    expect(said).toContain('cannot be used: nothing answers there');
    expect(said).not.toContain('geheim');
  });
});

/** Command lines of live processes that name the folder. */
function processesOf(folder: string): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(folder));
}
