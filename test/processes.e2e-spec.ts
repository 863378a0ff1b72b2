import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLocalProvider, newProviderSecrets, SAMPLE_ACCOUNTS, type LocalProvider } from '#identity';
import { ended, freePort } from '#platform/child-process';
import { createTestDatabase } from '#testing';
import pg from 'pg';

const COMPLAINT = {
  channel: 'phone',
  complainants: [{ name: '测试' }],
  respondent: { name: '云海旅行社' },
  facts: '行程被缩短。',
  claims: [],
  evidence: [],
};

jest.setTimeout(120_000);

describe('the processes, each by itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tousu-processes-'));
  const children: ChildProcess[] = [];
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let provider: LocalProvider;
  let issuer: Server;
  let env: Record<string, string>;
  let api: string;
  const secrets = newProviderSecrets(SAMPLE_ACCOUNTS.map(({ id }) => id));

  function cli(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/apps/cli/main.js', ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  async function startProcess(name: string, more: Record<string, string>): Promise<void> {
    const child = spawn(process.execPath, [`dist/apps/${name}/main.js`], {
      env: { PATH: process.env['PATH'], ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    }
    for (let tries = 0; tries < 300; tries += 1) {
      if (said.includes(`tousu ${name}: `)) return;
      if (child.exitCode !== null) break;
      await sleep(100);
    }
    throw new Error(`${name} did not start: ${said}`);
  }

  async function ask(account: string, path: string, options: RequestInit = {}): Promise<Response> {
    const answer = await fetch(provider.tokenEndpoint, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${account}:${secrets.passwords[account]}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const headers = {
      'content-type': 'application/json',
      ...(options.headers as object),
      authorization: `Bearer ${token}`,
    };
    return fetch(`${api}${path}`, { ...options, headers });
  }

  beforeAll(async () => {
    database = await createTestDatabase();
    issuer = createServer((request, response) => void provider.handle(request, response)).listen(
      0,
      '127.0.0.1',
    );
    await new Promise((resolve) => issuer.once('listening', resolve));
    const { port } = issuer.address() as AddressInfo;
    provider = await createLocalProvider({
      issuer: `http://127.0.0.1:${port}`,
      accounts: SAMPLE_ACCOUNTS,
      clients: [],
      secrets,
      directTokens: true,
    });
    const offices = join(folder, 'offices.json');
    writeFileSync(
      offices,
      JSON.stringify([{ id: 'yunhai', name: { zh: '云海市局', en: 'Yunhai' }, word: '云旅投' }]),
    );
    env = {
      DATABASE_URL: database.url,
      TOUSU_ALLOW_UNSAFE_DATABASE: 'for-tests',
      TOUSU_KEK: randomBytes(32).toString('base64'),
      TOUSU_SECRET: randomBytes(32).toString('base64'),
      TOUSU_OFFICES: offices,
      OIDC_ISSUER: provider.issuer,
      OIDC_AUDIENCE: 'tousu-api',
    };
  });

  afterAll(async () => {
    await Promise.all(
      children.map((child) => {
        const over = ended(child);
        child.kill('SIGTERM');
        return over;
      }),
    );
    issuer?.close();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tousu migrate brings a database up to date, and says so when there is nothing to do', () => {
    expect(cli('migrate').stdout).toContain('applied 001-event-store.sql');
    expect(cli('migrate')).toMatchObject({ status: 0, stdout: 'nothing to do\n' });
  });

  it('api, worker and projector start on it and are ready', async () => {
    const ports = [await freePort(), await freePort(), await freePort()].map(String) as [
      string,
      string,
      string,
    ];
    api = `http://127.0.0.1:${ports[0]}`;
    await startProcess('projector', { HEALTH_PORT: ports[2] });
    await startProcess('worker', { HEALTH_PORT: ports[1] });
    await startProcess('api', { PORT: ports[0] });
    for (const port of ports) {
      let status = 0;
      for (let tries = 0; status !== 200 && tries < 100; tries += 1) {
        status = (await fetch(`http://127.0.0.1:${port}/health/ready`)).status;
        if (status !== 200) await sleep(100);
      }
      expect(status).toBe(200);
    }
  });

  it('what is registered at the api reaches the register by way of the projector', async () => {
    const made = await ask('registrar', '/v1/complaints', {
      method: 'POST',
      headers: { 'idempotency-key': 'first' },
      body: JSON.stringify(COMPLAINT),
    });
    expect(made.status).toBe(201);
    let items: unknown[] = [];
    for (let tries = 0; items.length === 0 && tries < 100; tries += 1) {
      items = ((await (await ask('leader', '/v1/complaints')).json()) as { items: unknown[] }).items;
      if (items.length === 0) await sleep(100);
    }
    expect(items).toHaveLength(1);
    expect((await ask('administrator', '/v1/evaluation/clock')).status).toBe(404);
  });

  it('tousu events verify finds the log whole, and a changed event by its place', async () => {
    expect(cli('events', 'verify')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/ events whole, 0 of \d+ streams broken/),
    });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ stream: string }>(
      `select stream_id as stream from es.streams where category = 'complaint'`,
    );
    const stream = rows[0]?.stream ?? '';
    await client.query('alter table es.events disable trigger immutable');
    await client.query(
      `update es.events set body = replace(body, '"phone"', '"visit"') where stream_id = $1 and revision = 0`,
      [stream],
    );
    await client.query('alter table es.events enable always trigger immutable');
    await client.end();
    expect(cli('events', 'verify', stream)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(`BROKEN ${stream} at revision 0: chain-broken`),
    });
    expect(cli('events', 'verify', `${stream}x`)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('no-such-stream'),
    });
  });

  it('tousu projections lists and rebuilds', () => {
    const listed = JSON.parse(cli('--json', 'projections', 'list').stdout) as {
      name: string;
      led: boolean;
    }[];
    expect(listed.map(({ name }) => name).toSorted()).toEqual(
      ['deadline_list', 'operator_register', 'register', 'timers', 'work_list'].toSorted(),
    );
    expect(listed.every(({ led }) => led)).toBe(true);
    expect(cli('projections', 'rebuild', 'register')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^register: \d+ events in /),
    });
  });

  it('tousu timers report counts what should have fired', () => {
    const report = cli('timers', 'report', '--from', '2026-01-01', '--to', '2099-12-31');
    expect(report).toMatchObject({ status: 0, stdout: expect.stringMatching(/overdue +0\n/) });
    expect(report.stdout).toMatch(/ahead +[1-9]/);
  });

  it('answers wrong use with 2, and a missing setting with 1 and its name', () => {
    expect(cli('timers', 'report', '--from', 'yesterday', '--to', '2026-01-01').status).toBe(2);
    expect(cli('projections', 'rebuild', 'nothing').status).toBe(2);
    expect(cli('nonsense').status).toBe(2);
    const without = spawnSync(process.execPath, ['dist/apps/cli/main.js', 'migrate'], {
      env: { PATH: process.env['PATH'] ?? '' },
      encoding: 'utf8',
    });
    expect([without.status, without.stderr]).toEqual([1, expect.stringContaining('DATABASE_URL is not set')]);
  });
});
