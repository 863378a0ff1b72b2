import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  canariesOf,
  canaryPerson,
  createTestDatabase,
  dumpDatabase,
  findCanaries,
  type TestDatabase,
} from '#testing';
import { migrate } from '#platform/postgres';
import { ERASED, KeyRing, PostgresPersonalData, verifyCommitment } from './index.js';

const newKek = () => randomBytes(32).toString('base64');
const kek = newKek();
const fault = (code: string) => expect.objectContaining({ name: 'PersonalDataFault', code });

let database: TestDatabase;
let owner: pg.Pool;
let app: pg.Pool;
let queries = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  owner = new pg.Pool({ connectionString: database.url, max: 2 });
  app = new pg.Pool({ connectionString: database.url, max: 8, options: '-c role=tousu_app' });
  const query = app.query.bind(app);
  app.query = ((...args: Parameters<typeof query>) => {
    queries++;
    return query(...args);
  }) as typeof app.query;
});

afterAll(async () => {
  await Promise.all([app?.end(), owner?.end()]);
  await database?.drop();
});

function personalData(ring = new KeyRing(kek)): PostgresPersonalData {
  return new PostgresPersonalData(app, ring);
}

async function newSubject(people = personalData()): Promise<string> {
  const subject = randomUUID();
  await people.openSubject(subject);
  return subject;
}

/** What the erasure procedure will do, with the owner's rights. */
async function erase(subject: string): Promise<void> {
  await owner.query('update personal.subjects set erased_at = now() where subject = $1', [subject]);
  await owner.query('delete from personal.keys where subject = $1', [subject]);
}

describe('PostgresPersonalData', () => {
  it('reveals in one process what another one sealed', async () => {
    const subject = await newSubject();
    const sealed = await personalData().seal(subject, 'complainant.phone', '13900010001');
    expect(await personalData().reveal(sealed)).toBe('13900010001');
    expect(JSON.parse(JSON.stringify(sealed))).toEqual(sealed);
  });

  it('gives one key to a person whom many open at once', async () => {
    const subject = randomUUID();
    const processes = Array.from({ length: 12 }, () => personalData());
    await Promise.all(processes.map((people) => people.openSubject(subject)));
    const sealed = await Promise.all(processes.map((people, n) => people.seal(subject, 'facts', `第${n}份`)));
    const texts = await personalData().revealMany(sealed);
    expect(texts).toEqual(processes.map((_, n) => `第${n}份`));
  });

  it('refuses an id that could be personal data itself, without repeating it', async () => {
    for (const id of ['13900010001', '53010019900101001X', '陈嘉宁', 'a|b|c|d|e', 'short', '']) {
      const refused = personalData().openSubject(id);
      await expect(refused).rejects.toEqual(fault('subject-unfit'));
      if (id !== '') await refused.catch((error: Error) => expect(error.message).not.toContain(id));
    }
  });

  it('faults, and does not answer "erased", where a key is simply missing', async () => {
    const subject = randomUUID();
    await expect(personalData().seal(subject, 'facts', 'text')).rejects.toEqual(fault('key-missing'));
    const sealed = await personalData().seal(await newSubject(), 'facts', 'text');
    await expect(personalData().reveal({ ...sealed, subject })).rejects.toEqual(fault('key-missing'));
    await owner.query('delete from personal.keys where subject = $1', [sealed.subject]);
    await expect(personalData().reveal(sealed)).rejects.toEqual(fault('key-missing'));
  });

  it('reads a page of 50 people with one query, and again with none', async () => {
    const writer = personalData();
    const texts = Array.from({ length: 50 }, (_, n) => `地址${n}`);
    const sealed = await Promise.all(
      texts.map(async (text) => writer.seal(await newSubject(writer), 'address', text)),
    );
    const reader = personalData();
    queries = 0;
    expect(await reader.revealMany(sealed)).toEqual(texts);
    expect(queries).toBe(1);
    expect(await reader.revealMany(sealed)).toEqual(texts);
    expect(queries).toBe(1);
    expect(await reader.revealMany([])).toEqual([]);
  });

  it('seals several fields of one person at once', async () => {
    const people = personalData();
    const sealed = await people.sealMany(await newSubject(people), { name: '陈嘉宁', phone: '13900010001' });
    expect(sealed.phone.field).toBe('phone');
    expect(await people.revealMany([sealed.name, sealed.phone])).toEqual(['陈嘉宁', '13900010001']);
  });

  it('discloses the salt with the text, so that anybody can check the commitment', async () => {
    const people = personalData();
    const sealed = await people.seal(await newSubject(people), 'facts', '未签字');
    const disclosure = await people.disclose(sealed);
    if (disclosure === ERASED) throw new Error('not erased');
    expect(verifyCommitment(sealed, disclosure.salt, disclosure.value)).toBe(true);
  });

  it('reads on after the key-encryption key was changed, as long as the old one is given', async () => {
    const people = personalData();
    const sealed = await people.seal(await newSubject(people), 'facts', '旧钥');
    const next = newKek();
    expect(await personalData(new KeyRing(next, [kek])).reveal(sealed)).toBe('旧钥');
    await expect(personalData(new KeyRing(next)).reveal(sealed)).rejects.toEqual(fault('kek-unknown'));
  });

  it("does not open a key that was put into another person's row", async () => {
    const people = personalData();
    const [one, other] = [await newSubject(people), await newSubject(people)];
    const sealed = await people.seal(one, 'facts', 'text');
    await owner.query(
      `update personal.keys set wrapped = (select wrapped from personal.keys where subject = $2) where subject = $1`,
      [one, other],
    );
    await expect(personalData().reveal(sealed)).rejects.toEqual(fault('key-unusable'));
  });
});

describe('an erased person', () => {
  it('leaves ERASED behind, in single reads and in pages', async () => {
    const people = personalData();
    const gone = await people.seal(await newSubject(people), 'facts', 'gone');
    const kept = await people.seal(await newSubject(people), 'facts', 'kept');
    await erase(gone.subject);
    expect(await personalData().reveal(gone)).toBe(ERASED);
    expect(await personalData().disclose(gone)).toBe(ERASED);
    expect(await personalData().revealMany([gone, kept])).toEqual([ERASED, 'kept']);
    people.forget(gone.subject);
    expect(await people.reveal(gone)).toBe(ERASED);
  });

  it('stays erased where only the tombstone is written and the key still stands', async () => {
    const sealed = await personalData().seal(await newSubject(), 'facts', 'gone');
    await owner.query('update personal.subjects set erased_at = now() where subject = $1', [sealed.subject]);
    expect(await personalData().reveal(sealed)).toBe(ERASED);
  });

  it('is refused a key, also by a process that still has the old one', async () => {
    const people = personalData();
    const subject = await newSubject(people);
    await erase(subject);
    await expect(people.openSubject(subject)).rejects.toEqual(fault('subject-erased'));
    await expect(people.seal(subject, 'facts', 'text')).rejects.toEqual(fault('subject-erased'));
  });

  it('gets no key again even from the owner of the tables, and the tombstone stays', async () => {
    const subject = await newSubject();
    await erase(subject);
    const attempts = [
      `insert into personal.keys (subject, kek_id, wrapped) values ('${subject}', 'x', decode(repeat('00', 60), 'hex'))`,
      `update personal.subjects set erased_at = null where subject = '${subject}'`,
      `update personal.subjects set erased_at = now() where subject = '${subject}'`,
      `delete from personal.subjects where subject = '${subject}'`,
      `truncate personal.subjects cascade`,
    ];
    for (const attempt of attempts) {
      await expect(owner.query(attempt)).rejects.toThrow(/erased person|tombstone/);
    }
  });
});

describe('destroying keys', () => {
  it('A16: leaves nothing to be read, at once here and in every process that has not read it lately', async () => {
    const people = personalData();
    const [case_, person] = [await newSubject(people), await newSubject(people)];
    const texts = [await people.seal(case_, 'facts', '事实'), await people.seal(person, 'name', '姓名')];
    const kept = await people.seal(await newSubject(people), 'name', '别人');
    await people.destroy([case_, person]);
    for (const text of texts) {
      expect(await people.reveal(text)).toBe(ERASED);
      expect(await personalData().reveal(text)).toBe(ERASED);
    }
    expect(await people.reveal(kept)).toBe('别人');
    await expect(people.openSubject(person)).rejects.toEqual(fault('subject-erased'));
  });

  it('can be repeated, by several at once, and names nobody twice', async () => {
    const people = personalData();
    const subjects = [await newSubject(people), await newSubject(people)];
    await Promise.all([people.destroy(subjects), people.destroy(subjects.toReversed()), people.destroy([])]);
    await people.destroy(subjects);
    const { rows } = await owner.query(
      `select count(*)::int as left from personal.keys where subject = any ($1)`,
      [subjects],
    );
    expect(rows).toEqual([{ left: 0 }]);
  });
});

describe('the role of the application', () => {
  it.each([
    `update personal.keys set kek_id = 'x'`,
    `delete from personal.keys`,
    `truncate personal.keys`,
    `update personal.subjects set erased_at = now()`,
    `delete from personal.subjects`,
    `insert into personal.subjects (subject, erased_at) values ('somebody-new', null)`,
    `drop table personal.keys`,
    `alter table personal.keys disable trigger all`,
  ])('cannot: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('the canary', () => {
  it('is nowhere in the database after a person was sealed, and is found once it is planted', async () => {
    const people = personalData();
    const person = canaryPerson();
    const sealed = await people.sealMany(await newSubject(people), { ...person });
    await owner.query('create table events_like (body text)');
    await owner.query('insert into events_like values ($1)', [JSON.stringify(sealed)]);
    const dump = await dumpDatabase(database.url);
    expect(dump.map(({ where }) => where)).toEqual(
      expect.arrayContaining(['table personal.keys', 'table personal.subjects', 'table public.events_like']),
    );
    expect(findCanaries(canariesOf(person), dump)).toEqual([]);

    await owner.query('create table planted (id int, raw bytea)');
    await owner.query('insert into planted values (1, $1)', [Buffer.from(`{"name":"${person.name}"}`)]);
    const seen = findCanaries(canariesOf(person), await dumpDatabase(database.url));
    expect(seen).toContainEqual({ canary: person.name, where: 'table public.planted', form: 'plain' });
    await owner.query('drop table planted, events_like');
  });
});
