import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  canariesOf,
  canaryPerson,
  dumpDatabase,
  dumpRedis,
  findCanaries,
  testRedisUrl,
  type Haystack,
} from '#testing';
import { pino } from 'pino';
import {
  evidenceForm,
  filesIn,
  registration,
  reply,
  review,
  service,
  Story,
  World,
  type Post,
} from './support/index.js';

// I11: personal data is nowhere but sealed. Every personal and free text below belongs to people who do not exist.
const [complainant, friend, recipient, witness, teller] = Array.from({ length: 5 }, canaryPerson) as [
  ReturnType<typeof canaryPerson>,
  ReturnType<typeof canaryPerson>,
  ReturnType<typeof canaryPerson>,
  ReturnType<typeof canaryPerson>,
  ReturnType<typeof canaryPerson>,
];
const planted = canariesOf(complainant, friend, recipient, witness, teller);

const logged: string[] = [];
const answers: { path: string; status: number; text: string }[] = [];
let world: World;

beforeAll(async () => {
  const log = pino(
    { level: 'trace' },
    new Writable({ write: (chunk, _, done) => (logged.push(String(chunk)), done()) }),
  );
  world = await World.start({
    beginAt: '2026-04-13T09:00:00+08:00',
    redisUrl: testRedisUrl(),
    log,
    witness: ({ path, status, text }) => answers.push({ path, status, text }),
  });
}, 60_000);
afterAll(() => world?.stop());

let told = 0;
/** A free text that names somebody, with a different canary each time. */
const text = () => `${teller.facts}${planted[(told += 1) % planted.length]}，${complainant.phone}`;

function personal({ name, address, phone }: typeof complainant) {
  return { name, sex: '女', nationality: '中国', address, postcode: '650000', phone };
}

async function begin(): Promise<Story> {
  return Story.begin(world, {
    complainants: [personal(complainant), personal(friend)],
    facts: `${complainant.facts}${text()}${complainant.identityNumber}${friend.latinName}`,
    evidence: [`${friend.facts} 照片`, text()],
  });
}

const served = async () =>
  service(await world.now(), {
    method: 'left',
    recipient: recipient.name,
    witnesses: [witness.name, witness.latinName],
  });

/** Every command that takes a text, with people in all of them. */
async function play(): Promise<Story[]> {
  const accepted = await begin();
  await accepted.act('registrar', 'review-start');
  await accepted.act('registrar', 'supplement-requests', { items: ['evidence'], note: text() });
  const d09 = await draft(accepted, 'D09', 'registrar');
  await accepted.act('section-head', `documents/${d09}/issue`);
  await accepted.act('registrar', `documents/${d09}/service`, await served());
  await accepted.act('registrar', 'supplements', { items: ['evidence'], note: text() });
  await accepted.act('registrar', 'preliminary-review', review({ opinion: text() }));
  await accepted.act('leader', 'review-return', { reason: text() });
  await accepted.act('registrar', 'preliminary-review', review({ opinion: text() }));
  await accepted.act('leader', 'acceptance-decision', { outcome: 'accept', opinion: text() });
  await accepted.act('section-head', 'handlers', { handlers: ['yunhai-officer1'] });
  await accepted.act('officer1', 'filing-request', { report: text() });
  await accepted.act('leader', 'filing-approval');
  for (const kind of ['D04', 'D05']) {
    const documentId = await draft(accepted, kind);
    await accepted.act('section-head', `documents/${documentId}/issue`);
    await accepted.act('officer1', `documents/${documentId}/service`, await served());
  }
  const parts = {
    cause: text(),
    verificationProcess: text(),
    factsAndEvidence: text(),
    liability: text(),
    proposedHandling: text(),
  };
  await accepted.act('officer1', 'reply', reply({ parts, evidence: [text()] }));

  const referred = await (
    await begin()
  ).decided(
    { outcome: 'refer-down', opinion: text() },
    { jurisdiction: 'lower-level', competent: '石桥县局', opinion: text() },
  );
  const d07 = await draft(referred, 'D07');
  await referred.act('section-head', `documents/${d07}/issue`);
  await referred.act('officer1', `documents/${d07}/service`, await served());
  await referred.act('officer1', 'referral-report', { result: text() });

  const transferred = await (
    await begin()
  ).decided(
    { outcome: 'transfer' },
    { jurisdiction: 'other-department', competent: '交通局', opinion: text() },
  );
  const d08 = await draft(transferred, 'D08');
  await transferred.act('section-head', `documents/${d08}/issue`);
  await transferred.act('officer1', `documents/${d08}/dispatch`, { method: 'mail' });
  await transferred.act('officer1', 'transfer-result', { result: text() });
  const file = Buffer.from(`聊天记录：${text()}${complainant.identityNumber}\n`.repeat(3_000));
  const form = (name: string, belongsTo?: string) =>
    evidenceForm(
      file,
      { description: text(), ...(belongsTo ? { belongsTo } : {}) },
      { name, type: 'text/plain' },
    );
  const { complainants } = await accepted.read();
  const attached = await accepted.act('officer1', 'attachments', form(`${complainant.name}的聊天记录.txt`));
  await accepted.act('officer1', 'attachments', form(`${friend.name}.txt`, complainants[1].subject));
  await accepted.act('section-head', `attachments/${attached.body.attachmentId}/strike`, { reason: text() });
  const disclosed = await accepted.act('officer1', 'contact-disclosures', {
    subject: complainants[0].subject,
    purpose: text(),
  });
  expect(disclosed.body).toMatchObject({ name: complainant.name, phone: complainant.phone });
  return [accepted, referred, transferred];
}

async function draft(story: Story, kind: string, by: Post = 'officer1'): Promise<string> {
  await story.act(by, 'documents', { kind, note: text() });
  return (await story.read()).documents.at(-1).documentId as string;
}

/** Requests that go wrong with people in them: refused by shape, by rule, by revision, and by a fault. */
async function fail(story: Story): Promise<void> {
  const registrar = await world.as('registrar');
  const body = registration({ complainants: [personal(friend)], facts: text() });
  const statuses = [
    await registrar.post('/v1/complaints', { ...body, channel: complainant.name }),
    await registrar.post('/v1/complaints', `${JSON.stringify(body)}]`),
    await registrar.post('/v1/complaints', { ...body, receivedAt: complainant.phone }),
    await registrar.post('/v1/complaints', { ...body, receivedAt: '2030-01-01T00:00:00Z' }),
    await registrar.post(`${story.path}/supplements`, { items: ['evidence'], note: text() }, { ifMatch: 0 }),
    await story.attempt('officer1', 'reply', reply({ parts: { cause: text() } })),
    await story.attempt(
      'officer1',
      'attachments',
      evidenceForm(Buffer.from(text()), { description: text() }, { name: `${complainant.name}.pdf` }),
    ),
    await registrar.get(`/v1/complaints?respondent=${encodeURIComponent(complainant.name)}`),
    await registrar.get(`/v1/nothing/${encodeURIComponent(complainant.name)}`),
  ].map(({ status }) => status);
  expect(statuses).toEqual([400, 400, 400, 422, 412, 409, 422, 200, 404]);
  await world.pool.query('alter table personal.keys rename to keys_away');
  const fault = await registrar.post('/v1/complaints', body);
  await world.pool.query('alter table personal.keys_away rename to keys');
  expect([fault.status, fault.body.code]).toEqual([500, 'internal-fault']);
}

describe('I11: what people told the office', () => {
  let stories: Story[];

  it('goes through every command, and through requests that fail', async () => {
    stories = await play();
    await fail(stories[0] as Story);
    await world.moveTo('2026-04-20T09:00:00+08:00');
  }, 60_000);

  it('is in no table of the database and not in the queue', async () => {
    const tables = await dumpDatabase(world.databaseUrl);
    expect(tables.find(({ where }) => where.includes('es.events'))?.text).toContain('ComplaintRegistered');
    expect(findCanaries(planted, tables)).toEqual([]);
    const url = testRedisUrl();
    if (url !== undefined) expect(findCanaries(planted, await dumpRedis(url))).toEqual([]);
  }, 60_000);

  it('is in no file of the store, by name or by content, and nothing is left of what was on its way', () => {
    const files = filesIn(world.filesFolder);
    expect(files.size).toBe(2);
    const found = [...files].map(([path, bytes]) => ({
      where: path,
      text: `${path}\n${bytes.toString('utf8')}`,
    }));
    expect(findCanaries(planted, found)).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('receiving-'))).toEqual([]);
  });

  it('is in no log line, down to the lowest level', () => {
    expect(logged.some((line) => line.includes('fault'))).toBe(true);
    expect(logged.some((line) => line.includes('"request"'))).toBe(true);
    expect(findCanaries(planted, [{ where: 'log', text: logged.join('') }])).toEqual([]);
  });

  it('is in no problem document but where it repeats the address that was asked for', () => {
    const problems = answers.filter(({ status, path }) => status >= 400 && !path.includes('/v1/nothing/'));
    expect(problems.length).toBeGreaterThan(5);
    expect(findCanaries(planted, problems.map(haystack))).toEqual([]);
  });

  it('is in no history, clock, action, command answer, list or health report', async () => {
    const leader = await world.as('leader');
    for (const list of ['complaints', 'work-list', 'deadlines']) await leader.get(`/v1/${list}`);
    for (const story of stories)
      for (const rest of ['/history', '/clocks', '/actions']) await story.get(rest);
    await leader.get('/health/ready');
    const cases = /^GET \/v1\/complaints\/[0-9a-f-]{36}(\?|$)/;
    const others = answers.filter(
      ({ path, status }) =>
        status < 400 && !cases.test(path) && !/respondent=|contact-disclosures$/.test(path),
    );
    expect(others.some(({ path }) => path.endsWith('/history'))).toBe(true);
    expect(findCanaries(planted, others.map(haystack))).toEqual([]);
  });

  it('is masked where a case is read: names, numbers and addresses never stand there in full', async () => {
    const seen = await (stories[0] as Story).read();
    const [first] = seen.complainants;
    expect(first.name).not.toBe(complainant.name);
    expect(first.name.slice(0, 1)).toBe(complainant.name.slice(0, 1));
    expect(first.phone).toContain('*');
    // Free text is there for those who work on the case; who the people are is not.
    const freeText = [
      'facts',
      'evidence',
      'attachments',
      'supplements',
      'returns',
      'disclosures',
      'review',
      'decision',
      'filing',
      'reply',
      'result',
    ];
    const { documents, ...named } = seen;
    const rest = Object.fromEntries(Object.entries(named).filter(([field]) => !freeText.includes(field)));
    const services = documents.map(({ service: one }: { service: object }) => one);
    expect(services.length).toBeGreaterThan(2);
    expect(
      findCanaries(planted, [haystack({ path: 'case', text: JSON.stringify([rest, services]) })]),
    ).toEqual([]);
  });

  it('separation of duties: an auditor reads the case without any free text', async () => {
    for (const story of stories) {
      const seen = await story.get('', 'auditor');
      expect([seen.status, seen.body.facts.withheld]).toEqual([200, true]);
      expect(findCanaries(planted, [haystack({ path: 'auditor', text: JSON.stringify(seen.body) })])).toEqual(
        [],
      );
    }
  });

  it('is found when it does stand somewhere: the search is not blind', async () => {
    const seen = JSON.stringify(await (stories[0] as Story).read());
    expect(findCanaries(planted, [haystack({ path: 'case', text: seen })]).length).toBeGreaterThan(0);
    await world.pool.query('create table public.leak (note text)');
    await world.pool.query('insert into public.leak values ($1)', [`x${complainant.name}x`]);
    expect(findCanaries(planted, await dumpDatabase(world.databaseUrl))).not.toEqual([]);
  });
});

function haystack({ path, text: found }: { path: string; text: string }): Haystack {
  return { where: path, text: found };
}
