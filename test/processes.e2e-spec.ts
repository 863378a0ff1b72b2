import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLocalProvider, newProviderSecrets, SAMPLE_ACCOUNTS, type LocalProvider } from '#identity';
import { addWorkingDays, chinaCalendar, SHIPPED_NOTICES } from '#calendar';
import { dayInChina } from '#kernel';
import { ended, freePort } from '#platform/child-process';
import { createTestDatabase } from '#testing';
import pg from 'pg';
import { evidenceForm, filesIn, pdf } from './support/files.js';

const COMPLAINT = {
  channel: 'phone',
  complainants: [{ name: '测试' }],
  respondent: { name: '云海旅行社' },
  facts: '行程被缩短。',
  claims: [],
  evidence: [],
};

jest.setTimeout(120_000);

interface Deadline {
  readonly number: string;
  readonly clock: string;
  readonly status: string;
  readonly dueOn: string;
}

/** Published today by the machine's own time: the next working day is off. */
function noticeOfToday(): object {
  const today = dayInChina(new Date().toISOString());
  const off = addWorkingDays(chinaCalendar({ knownOn: today }), today, 1);
  const year = Number(off.slice(0, 4));
  const amendsEarlier = SHIPPED_NOTICES.some((notice) => notice.year === year);
  return { year, dated: today, published: today, amendsEarlier, daysOff: [off], workingDays: [] };
}

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

  /** A connection kept open is gone when a command has held up this process for longer than servers wait. */
  async function request(url: string, options: RequestInit = {}): Promise<Response> {
    return fetch(url, options).catch(() => fetch(url, options));
  }

  async function ask(
    account: string,
    path: string,
    options: RequestInit = {},
    base = api,
  ): Promise<Response> {
    const answer = await request(provider.tokenEndpoint, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${account}:${secrets.passwords[account]}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const headers = {
      ...(options.body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...(options.headers as object),
      authorization: `Bearer ${token}`,
    };
    return (base === api ? request : fetch)(`${base}${path}`, { ...options, headers });
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
      JSON.stringify([
        {
          id: 'yunhai',
          name: { zh: '云海市局', en: 'Yunhai' },
          word: '云旅投',
          level: 'city',
          division: '990100',
        },
      ]),
    );
    const people = join(folder, 'people.json');
    const staff = SAMPLE_ACCOUNTS.filter(({ officeId }) => officeId === 'yunhai');
    writeFileSync(people, JSON.stringify(staff.map(({ id, officeId: office }) => ({ id, office }))));
    env = {
      DATABASE_URL: database.url,
      TOUSU_ALLOW_UNSAFE_DATABASE: 'for-tests',
      TOUSU_KEK: randomBytes(32).toString('base64'),
      TOUSU_SECRET: randomBytes(32).toString('base64'),
      TOUSU_OFFICES: offices,
      TOUSU_PEOPLE: people,
      TOUSU_ATTACHMENTS: join(folder, 'attachments'),
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

  it('F5: the queue, the sweep and the looking at the calendar give their signs of life, and no reader of the log stands still', async () => {
    const checks = async () => {
      const report = await (await fetch(`${api}/health/ready`)).json();
      return (report as { checks: { name: string; status: string; detail?: string }[] }).checks;
    };
    const workers = async () => (await checks()).find(({ name }) => name === 'workers');
    for (let tries = 0; (await workers())?.status !== 'up' && tries < 100; tries += 1) await sleep(200);
    expect(await workers()).toEqual({ name: 'workers', required: false, status: 'up' });
    expect((await checks()).filter(({ detail }) => detail?.includes('stand still'))).toEqual([]);
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

  it('a file whose api was killed before it was recorded is read by nobody, found, and goes through again', async () => {
    const made = await ask('registrar', '/v1/complaints', {
      method: 'POST',
      headers: { 'idempotency-key': 'with-a-file' },
      body: JSON.stringify(COMPLAINT),
    });
    const { id } = (await made.json()) as { id: string };
    const upload = (base?: string) =>
      ask(
        'registrar',
        `/v1/complaints/${id}/attachments`,
        {
          method: 'POST',
          headers: { 'idempotency-key': 'photo' },
          body: evidenceForm(pdf('金丝雀乙的合同')),
        },
        base,
      );
    const port = String(await freePort());
    await startProcess('api', { PORT: port, TOUSU_PROFILE: 'evaluation', TOUSU_FAILPOINT: 'blob-placed' });
    await expect(upload(`http://127.0.0.1:${port}`)).rejects.toThrow();
    const orphans = () =>
      JSON.parse(cli('--json', 'attachments', 'orphans').stdout) as { id: string; removed: boolean }[];
    const [orphan, ...others] = orphans();
    expect([others, orphan?.removed]).toEqual([[], false]);
    for (const bytes of filesIn(join(folder, 'attachments')).values())
      expect(bytes.includes('金丝雀乙')).toBe(false);

    const again = await upload();
    expect(again.status).toBe(201);
    const { attachmentId } = (await again.json()) as { attachmentId: string };
    expect(attachmentId).not.toBe(orphan?.id);
    expect(cli('attachments', 'verify')).toMatchObject({
      status: 0,
      stdout: '1 files whole, 0 of 1 not\n',
    });
    const place = (name: string) => join(folder, 'attachments', 'blobs', name.slice(0, 2), name);
    const yesterday = Date.now() / 1000 - 25 * 3600;
    for (const name of [orphan?.id ?? '', attachmentId]) utimesSync(place(name), yesterday, yesterday);
    expect(cli('attachments', 'orphans', '--remove-older-than', '24h').stdout).toMatch(
      new RegExp(`^${orphan?.id} .* removed\\n$`),
    );
    const whole = readFileSync(place(attachmentId));
    writeFileSync(place(attachmentId), whole.subarray(0, -1));
    expect(cli('attachments', 'verify')).toMatchObject({
      status: 1,
      stdout: `ALTERED ${attachmentId} of complaint-${id}\n0 files whole, 1 of 1 not\n`,
    });
    writeFileSync(place(attachmentId), whole);
  });

  it('tousu calendar add enters a notice; the worker moves the clocks, the api knows it, and a dry run said so', async () => {
    const file = join(folder, 'notice.json');
    writeFileSync(file, JSON.stringify(noticeOfToday()));
    const list = (await (await ask('leader', '/v1/deadlines')).json()) as { items: Deadline[] };
    const running = list.items.filter(({ status }) => status === 'running');
    const tried = cli('calendar', 'add', file, '--dry-run');
    expect(tried).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing was changed') });
    for (const { number, clock, dueOn } of running) {
      expect(tried.stdout).toContain(`yunhai  ${number}  ${clock}  ${dueOn}`);
    }
    const added = cli('calendar', 'add', file);
    expect(added).toMatchObject({ status: 0, stdout: expect.stringContaining(' entered; ') });
    expect(cli('calendar', 'add', file).stdout).toContain('known already; nothing was changed');
    const id = added.stdout.split(' ')[0] ?? '';
    const due = async (): Promise<string[]> =>
      ((await (await ask('leader', '/v1/deadlines')).json()) as { items: Deadline[] }).items.map(
        ({ dueOn }) => dueOn,
      );
    for (let tries = 0; (await due()).join() === running.map(({ dueOn }) => dueOn).join(); tries += 1) {
      if (tries > 150) throw new Error('the clocks stayed');
      await sleep(100);
    }
    const known = await request(`${api}/v1/calendar/notices/${id}`);
    expect([known.status, ((await known.json()) as { origin: string }).origin]).toEqual([200, 'recorded']);
    expect(cli('calendar', 'list').stdout).toMatch(new RegExp(`^${id} +published \\S+ +recorded`, 'm'));
  });

  it('tousu calendar add says what is wrong with a file, and enters nothing', () => {
    const file = join(folder, 'wrong.json');
    const tried = (content: string) => {
      writeFileSync(file, content);
      const { status, stderr, stdout } = cli('calendar', 'add', file);
      return [status, stderr + stdout] as const;
    };
    const notice = noticeOfToday();
    expect(tried('{"year": "2026"')).toEqual([2, expect.stringContaining('JSON')]);
    expect(tried(JSON.stringify({ ...notice, daysOff: ['2026-02-30'] }))).toEqual([
      2,
      expect.stringContaining('/daysOff/0'),
    ]);
    expect(tried(JSON.stringify({ ...notice, dated: '2099-12-31', published: '2099-12-31' }))).toEqual([
      1,
      expect.stringContaining('has not been published yet'),
    ]);
    expect(cli('calendar', 'add', join(folder, 'nothing.json')).status).toBe(2);
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
      [
        'callback_list',
        'deadline_list',
        'firings',
        'links',
        'operator_register',
        'published_reports',
        'register',
        'respondent_cases',
        'statistics',
        'timers',
        'work_list',
      ].toSorted(),
    );
    expect(listed.every(({ led }) => led)).toBe(true);
    expect(cli('projections', 'rebuild', 'register')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^register: \d+ events in /),
    });
    for (const name of ['statistics', 'operator_register', 'published_reports'])
      expect(cli('projections', 'rebuild', name).stdout).toMatch(new RegExp(`^${name}: \\d+ events in `));
  });

  it('G59: tousu quarters recount says that nothing was published that would come out otherwise', () => {
    expect(cli('quarters', 'recount')).toMatchObject({ status: 0, stdout: '0 publications counted again\n' });
  });

  it('tousu timers report counts what should have fired', () => {
    const report = cli('timers', 'report', '--from', '2026-01-01', '--to', '2099-12-31');
    expect(report).toMatchObject({ status: 0, stdout: expect.stringMatching(/overdue +0\n/) });
    expect(report.stdout).toMatch(/ahead +[1-9]/);
  });

  it('answers wrong use with 2, and a missing setting with 1 and its name', () => {
    expect(cli('timers', 'report', '--from', 'yesterday', '--to', '2026-01-01').status).toBe(2);
    expect(cli('projections', 'rebuild', 'nothing').status).toBe(2);
    expect(cli('attachments', 'orphans', '--remove-older-than', 'soon').status).toBe(2);
    expect(cli('nonsense').status).toBe(2);
    const without = spawnSync(process.execPath, ['dist/apps/cli/main.js', 'migrate'], {
      env: { PATH: process.env['PATH'] ?? '' },
      encoding: 'utf8',
    });
    expect([without.status, without.stderr]).toEqual([1, expect.stringContaining('DATABASE_URL is not set')]);
  });
});
