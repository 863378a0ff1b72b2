import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '#platform/event-store';
import { caseIn, registration, Story, World, type Answer, type Client } from './support/index.js';

let world: World;
let registrar: Client;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-13T09:00:00+08:00' });
  registrar = await world.as('registrar');
}, 60_000);
afterAll(() => world?.stop());

const times = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));
const byStatus = (answers: readonly Answer[], status: number) =>
  answers.filter((one) => one.status === status);

describe('Idempotency-Key', () => {
  it('I5: the same request again is answered the same, says so, and appends nothing', async () => {
    const story = await Story.begin(world);
    const key = randomUUID();
    const { revision: found } = await story.read();
    const done = await registrar.post(`${story.path}/review-start`, {}, { ifMatch: found, key });
    expect(done.status).toBe(200);
    expect(done.headers.get('idempotency-replayed')).toBeNull();
    const before = await world.stored();
    const again = await registrar.post(`${story.path}/review-start`, {}, { ifMatch: found, key });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect([again.status, again.headers.get('etag')]).toEqual([200, done.headers.get('etag')]);
    expect({ ...again.body, actions: [] }).toEqual({ ...done.body, actions: [] });
    expect(await world.stored()).toEqual(before);
  });

  it('the same key on a later state of the case still answers what it did then', async () => {
    const story = await Story.begin(world);
    const key = randomUUID();
    const { revision } = await story.read();
    const done = await registrar.post(`${story.path}/review-start`, {}, { ifMatch: revision, key });
    await story.reviewed();
    const again = await registrar.post(`${story.path}/review-start`, {}, { ifMatch: revision, key });
    expect([again.status, again.body.revision, again.body.phase]).toEqual([
      200,
      done.body.revision,
      'under-review',
    ]);
  });

  it('the same key with another body is refused and stores nothing', async () => {
    const key = randomUUID();
    await registrar.post('/v1/complaints', registration(), { key });
    const before = await world.stored();
    const other = await registrar.post('/v1/complaints', registration({ channel: 'phone' }), { key });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await world.stored()).toEqual(before);
  });

  it('belongs to one person and one resource', async () => {
    const key = randomUUID();
    const mine = await registrar.post('/v1/complaints', registration(), { key });
    const another = await (await world.as('registrar2')).post('/v1/complaints', registration(), { key });
    expect([mine.status, another.status]).toEqual([201, 201]);
    expect(another.body.id).not.toBe(mine.body.id);
  });

  it('20 registrations at once under one key are one complaint, and all are told the same', async () => {
    const key = randomUUID();
    const body = registration();
    const answers = await times(20, () => registrar.post('/v1/complaints', body, { key }));
    expect(byStatus(answers, 201)).toHaveLength(20);
    expect(
      new Set(answers.map(({ body: { id, number, revision } }) => `${id} ${number} ${revision}`)).size,
    ).toBe(1);
    const fresh = answers.filter(({ headers }) => headers.get('idempotency-replayed') === null);
    expect(fresh).toHaveLength(1);
    const events = await world.app.get(EventStore).readStream(`complaint-${answers[0]?.body.id}`);
    expect(events.filter(({ type }) => type === 'ComplaintRegistered')).toHaveLength(1);
  });

  it('20 commands at once under one key have one effect', async () => {
    const story = await Story.begin(world);
    const key = randomUUID();
    const { revision } = await story.read();
    const answers = await times(20, () =>
      registrar.post(`${story.path}/review-start`, {}, { ifMatch: revision, key }),
    );
    expect(byStatus(answers, 200)).toHaveLength(20);
    expect(new Set(answers.map(({ body }) => body.revision)).size).toBe(1);
    const begun = (await story.history()).filter(({ type }) => type === 'ReviewBegun');
    expect(begun).toHaveLength(1);
  });

  it('of requests at once under one key with different bodies one is done and the others are told of it', async () => {
    const key = randomUUID();
    const answers = await times(20, (index) =>
      registrar.post('/v1/complaints', registration({ facts: `第 ${index} 稿` }), { key }),
    );
    expect(byStatus(answers, 201)).toHaveLength(1);
    expect(byStatus(answers, 422).map(({ body }) => body.code)).toEqual(
      Array(19).fill('idempotency-key-reused'),
    );
  });

  it('is required, and of visible characters', async () => {
    const without = await registrar.post('/v1/complaints', registration(), { key: null });
    expect([without.status, without.body.code]).toEqual([400, 'idempotency-key-missing']);
    const blank = await registrar.post('/v1/complaints', registration(), { key: 'a b' });
    expect([blank.status, blank.body.code]).toEqual([400, 'idempotency-key-invalid']);
  });
});

describe('If-Match', () => {
  it('missing is 428, a stale one 412 with the current ETag, a weak one or a star 400', async () => {
    const story = await Story.begin(world);
    const { revision } = await story.read();
    const before = await world.stored();
    const ask = (ifMatch: number | string | null) =>
      registrar.post(`${story.path}/review-start`, {}, { ifMatch });
    const missing = await ask(null);
    expect([missing.status, missing.body.code]).toEqual([428, 'precondition-required']);
    for (const wrong of [0, revision - 1, revision + 1]) {
      const stale = await ask(wrong);
      expect([stale.status, stale.body.code]).toEqual([412, 'precondition-failed']);
      expect(stale.headers.get('etag')).toBe(`"${revision}"`);
      expect(stale.body.facts).toEqual({ currentRevision: revision });
    }
    for (const wrong of [`W/"${revision}"`, '*', '"x"', '']) {
      const invalid = await ask(wrong);
      expect([invalid.status, invalid.body.code]).toEqual([400, 'if-match-invalid']);
    }
    expect(await world.stored()).toEqual(before);
    expect((await ask(revision)).status).toBe(200);
  });

  it('of two commands on the same revision at once exactly one wins', async () => {
    const second = await world.as('registrar2');
    for (let round = 0; round < 10; round += 1) {
      const story = await Story.begin(world);
      const { revision } = await story.read();
      const answers = await Promise.all(
        [registrar, second].map((one) => one.post(`${story.path}/review-start`, {}, { ifMatch: revision })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    }
  });
});

describe('numbers', () => {
  const placesOf = (numbers: readonly string[]) =>
    numbers.map((number) => Number(/〕(\d+)号$/.exec(number)?.[1])).toSorted((a, b) => a - b);

  it('I9: 50 registrations at once get numbers without a gap and without a double, office by office', async () => {
    const other = await world.as('linhai/registrar');
    const start = placesOf([
      (await registrar.post('/v1/complaints', registration())).body.number,
    ])[0] as number;
    const answers = await times(50, (index) =>
      (index % 2 === 0 ? registrar : other).post('/v1/complaints', registration()),
    );
    const numbers = answers.map(({ body }) => body.number as string);
    const [ours, theirs] = [
      numbers.filter((one) => one.startsWith('云')),
      numbers.filter((one) => one.startsWith('临')),
    ];
    expect(placesOf(ours)).toEqual(Array.from({ length: 25 }, (_, index) => start + 1 + index));
    expect(placesOf(theirs)).toEqual(Array.from({ length: 25 }, (_, index) => 1 + index));
  });

  it('I9: registrations that are refused, or retried, take no number', async () => {
    const before = placesOf([
      (await registrar.post('/v1/complaints', registration())).body.number,
    ])[0] as number;
    const key = randomUUID();
    await times(10, (index) =>
      registrar.post(
        '/v1/complaints',
        registration(index % 2 ? { receivedAt: '2030-01-01T00:00:00Z' } : {}),
        {
          key: index % 2 ? randomUUID() : key,
        },
      ),
    );
    const after = placesOf([(await registrar.post('/v1/complaints', registration())).body.number])[0];
    expect(after).toBe(before + 2);
  });

  it('I9: 30 documents issued at once get numbers without a gap and without a double', async () => {
    const stories = await times(30, async () => (await Story.begin(world)).filed());
    const drafts = await Promise.all(stories.map((story) => story.drafted('D04')));
    const head = await world.as('section-head');
    const answers = await Promise.all(
      stories.map(async (story, index) => {
        const { revision } = await story.read();
        return head.post(`${story.path}/documents/${drafts[index]}/issue`, {}, { ifMatch: revision });
      }),
    );
    expect(byStatus(answers, 200)).toHaveLength(30);
    const seen = await Promise.all(stories.map((story) => story.read()));
    const places = placesOf(seen.map(({ documents }) => documents[0].number as string));
    expect(places).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  }, 120_000);

  it('I9: one document issued by two people at once gets one number', async () => {
    const story = await caseIn(world, 'filed');
    const { revision, documents } = await story.read();
    const draft = documents.find(({ kind }: { kind: string }) => kind === 'D04');
    const answers = await Promise.all(
      (['section-head', 'leader'] as const).map(async (post) =>
        (await world.as(post)).post(
          `${story.path}/documents/${draft.documentId}/issue`,
          {},
          { ifMatch: revision },
        ),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const next = await caseIn(world, 'awaiting-reply');
    const numbers = [story, next].map(async (one) => (await one.read()).documents[0].number as string);
    const [first, second] = placesOf(await Promise.all(numbers));
    expect((second as number) - (first as number)).toBe(1);
  });
});
