import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Phase } from '#complaint';
import { newSigningKey } from '#identity';
import fc from 'fast-check';
import { importJWK, SignJWT } from 'jose';
import {
  caseIn,
  changed,
  idOf,
  registration,
  reply,
  review,
  service,
  Story,
  World,
  wrongBodies,
  type Answer,
  type Client,
  type Json,
  type Post,
} from './support/index.js';

let world: World;
let registrar: Client;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-13T09:00:00+08:00' });
  registrar = await world.as('registrar');
}, 60_000);
afterAll(() => world?.stop());

/** Asks, expects that problem in both languages, and that nothing was stored. */
async function refused(ask: () => Promise<Answer>, status: number, code: string): Promise<Answer['body']> {
  const before = await world.stored();
  const answer = await ask();
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  for (const language of ['zh', 'en']) {
    expect(answer.body.messages[language].title.length).toBeGreaterThan(3);
    expect(answer.body.messages[language].remedy.length).toBeGreaterThan(3);
  }
  expect(answer.body.messages.zh.title).toMatch(/\p{Script=Han}/u);
  expect(answer.body.messages.en.title).toMatch(/^[\x20-\x7e]+$/);
  expect(answer.body.title).toBe(answer.body.messages.zh.title);
  expect(await world.stored()).toEqual(before);
  return answer.body;
}
const send = (body: unknown, headers = {}) => registrar.post('/v1/complaints', body, { headers });
const json = JSON.stringify(registration());

describe('bodies', () => {
  const deep = (depth: number) => `{"a":`.repeat(depth) + '1' + '}'.repeat(depth);

  it.each([
    ['malformed JSON', json.slice(0, -1), 400, 'malformed-json', 'invalid-syntax'],
    ['nothing', '', 400, 'malformed-json', 'body-missing'],
    ['a list', '[]', 400, 'malformed-json', 'not-an-object'],
    ['deep nesting', deep(5_000), 400, 'malformed-json', 'too-deep'],
    ['a NUL', json.replace('合同约定', '合同\\u0000约定'), 400, 'malformed-json', 'nul-character'],
    [
      'a lone surrogate',
      json.replace('合同约定', '合同\\ud800约定'),
      400,
      'malformed-json',
      'lone-surrogate',
    ],
    ['a key twice', json.replace('{', '{"channel":"phone",'), 400, 'malformed-json', 'duplicate-key'],
    ['a prototype', json.replace('{', '{"__proto__":{},'), 400, 'malformed-json', 'forbidden-key'],
    ['an unknown field', { ...registration(), urgent: true }, 400, 'validation-failed', 'unknown-field'],
    ['a wrong type', { ...registration(), facts: 7 }, 400, 'validation-failed', 'wrong-type'],
    [
      'a text where a list belongs',
      { ...registration(), evidence: '发票' },
      400,
      'validation-failed',
      'wrong-type',
    ],
    ['null for a field', { ...registration(), contract: null }, 400, 'validation-failed', 'wrong-type'],
    ['a missing field', { ...registration(), facts: undefined }, 400, 'validation-failed', 'missing'],
    [
      'a day that does not exist',
      registration({ contract: { endedOn: '2026-02-30' } }),
      400,
      'validation-failed',
      'not-a-day',
    ],
    [
      'a moment without offset',
      registration({ receivedAt: '2026-04-01T09:00:00' }),
      400,
      'validation-failed',
      'not-an-instant',
    ],
    [
      'a sentence for a code',
      registration({ claims: [{ kind: '王晓梅要求退款' }] }),
      400,
      'validation-failed',
      'not-a-code-word',
    ],
    ['blank text', registration({ facts: '   ' }), 400, 'validation-failed', 'not-a-text'],
    ['no complainant', registration({ complainants: [] }), 400, 'validation-failed', 'too-few'],
  ])('%s is refused, says what is wrong, and stores nothing', async (_, body, status, code, error) => {
    const problem = await refused(() => send(body), status, code);
    expect(problem.errors.map((one: { code: string }) => one.code)).toContain(error);
  });

  it('an oversized body is 413', async () => {
    await refused(() => send(json.replace('合同约定', '长'.repeat(400_000))), 413, 'body-too-large');
  });
  it('another kind of content is 415', async () => {
    await refused(() => send(json, { 'content-type': 'text/plain' }), 415, 'unsupported-media-type');
  });
  it('leads with the language asked for', async () => {
    const answer = await send('{', { 'accept-language': 'en' });
    expect(answer.body.title).toBe(answer.body.messages.en.title);
  });
});

describe('times that cannot be', () => {
  it('a receipt date in the future is refused and says when now is', async () => {
    const body = registration({ receivedAt: '2026-04-14T00:00:00+08:00' });
    const problem = await refused(() => send(body), 422, 'happened-in-the-future');
    expect(problem.facts).toMatchObject({ field: 'receivedAt', at: '2026-04-13T16:00:00.000Z' });
  });
  it.each(['2006-12-31T23:59:59+08:00', '1999-12-31T00:00:00Z', '1900-01-01T00:00:00Z'])(
    'a receipt on %s lies before any law of the product',
    async (receivedAt) => {
      await refused(() => send(registration({ receivedAt })), 422, 'happened-too-early');
    },
  );
  it.each(['2101-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '9999-12-31T00:00:59-23:00'])(
    'a receipt on %s lies in the future',
    async (receivedAt) => {
      await refused(() => send(registration({ receivedAt })), 422, 'happened-in-the-future');
    },
  );
  it('the first day of the 2010 Measures can be a day of receipt', async () => {
    expect((await send(registration({ receivedAt: '2010-07-01T00:00:00+08:00' }))).status).toBe(201);
    // Its terms ran out long ago.
    await world.settle();
  });
  it('G07: limitation is reckoned from days of the years 2000 to 2099 only', async () => {
    const story = await caseIn(world, 'under-review');
    for (const startedOn of ['1900-01-01', '1999-12-31', '2100-01-01', '2101-01-01', '9999-12-31']) {
      const body = review({ limitation: [{ claim: 0, class: 'other', startedOn }] });
      const ask = () => story.attempt('registrar', 'preliminary-review', body);
      const problem = await refused(ask, 422, 'limitation-not-assessed');
      expect(problem.detail).toContain(startedOn);
    }
  });
  it.each(['1900-01-01', '2101-01-01', '9999-12-31'])(
    'a contract that ended on %s is only written down',
    async (endedOn) => {
      const story = await Story.begin(world, { contract: { endedOn, signedAt: endedOn } });
      expect((await story.read()).contract.endedOn).toBe(endedOn);
    },
  );

  const MOMENTS = [
    '0001-01-01T00:00:00Z',
    '1900-01-01T00:00:00Z',
    '2101-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
  ];
  it.each(MOMENTS)('no query about %s is a fault', async (moment) => {
    const story = await caseIn(world, 'awaiting-supplement');
    const day = moment.slice(0, 10);
    const paths = [
      `/v1/due-date?start=${moment}&amount=5&unit=WD`,
      `/v1/due-date?start=${moment}&amount=1000&unit=CD`,
      `/v1/due-date?start=${moment}&amount=1000&unit=H`,
      `/v1/due-date?start=${moment}&rulebook=RB-2010&code=DL-ACCEPT`,
      `/v1/due-date?start=2026-04-03T00:00:00Z&amount=5&unit=WD&knownOn=${day}`,
      `/v1/deadlines?dueFrom=${day}&dueTo=${day}`,
      `${story.path}?asOf=${moment}`,
      `${story.path}/clocks?asOf=${moment}`,
      `${story.path}/history?asOf=${moment}`,
      `${story.path}/clocks?asOf=999999999999999`,
    ];
    for (const path of paths) {
      const { status, body } = await (await world.as('leader')).get(path);
      expect([path, status >= 500 ? body : 'answered']).toEqual([path, 'answered']);
      if (path.includes('due-date'))
        expect([path, status, body.errors?.[0]?.code ?? 'reckoned']).toEqual([
          path,
          expect.any(Number),
          expect.stringMatching(/reckoned|not-an-instant|not-a-day|in-the-future/),
        ]);
    }
  });
  it.each(['2101-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
    'the evaluation clock does not go to %s',
    async (to) => {
      await refused(
        async () => (await world.as('administrator')).post('/v1/evaluation/clock', { to }),
        422,
        'clock-too-far',
      );
    },
  );
});

describe('headers', () => {
  it('a missing If-Match, a stale one, a key used again', async () => {
    const story = await Story.begin(world);
    const path = `${story.path}/review-start`;
    await refused(() => registrar.post(path), 428, 'precondition-required');
    await refused(() => registrar.post(path, {}, { ifMatch: 0 }), 412, 'precondition-failed');
    const key = randomUUID();
    await registrar.post('/v1/complaints', registration(), { key });
    await refused(
      () => registrar.post('/v1/complaints', registration({ facts: '另一件事。' }), { key }),
      422,
      'idempotency-key-reused',
    );
  });
});

describe('tokens and other offices', () => {
  const signed = async (claims: object, expires: number) =>
    new SignJWT({ tousu_roles: ['leader'], tousu_office: 'yunhai', name: 'x', ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'made-up' })
      .setIssuer(world.identity.issuer)
      .setSubject(idOf('leader'))
      .setAudience('tousu-api')
      .setIssuedAt(expires - 600)
      .setExpirationTime(expires)
      .sign(await importJWK(newSigningKey(), 'RS256'));

  it.each(['forged', 'altered', 'unsigned', 'garbage', 'missing'])(
    'a token that is %s is 401',
    async (what) => {
      const story = await Story.begin(world);
      const good = await world.identity.tokenOf(idOf('hotline'));
      const [head = '', body = '', tail = ''] = good.split('.');
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
      const risen = Buffer.from(JSON.stringify({ ...claims, tousu_roles: ['leader'] })).toString('base64url');
      const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
      const token = {
        forged: await signed({}, Math.floor(Date.now() / 1000) + 600),
        altered: `${head}.${risen}.${tail}`,
        unsigned: `${none}.${body}.`,
        garbage: 'not-a-token',
        missing: undefined,
      }[what];
      const client = world.withToken(token);
      await refused(() => client.get(story.path), 401, 'unauthenticated');
      await refused(() => client.post('/v1/complaints', registration()), 401, 'unauthenticated');
    },
  );

  it("another office's case is not there, for reading and for every act", async () => {
    const story = await caseIn(world, 'filed');
    for (const post of ['registrar', 'officer1', 'leader', 'auditor'] as const) {
      const stranger = await world.as(`linhai/${post}`);
      for (const rest of ['', '/history', '/clocks', '/actions']) {
        await refused(() => stranger.get(story.path + rest), 404, 'not-found');
      }
      await refused(() => stranger.post(`${story.path}/review-start`, {}, { ifMatch: 0 }), 404, 'not-found');
    }
    await refused(() => registrar.get(`/v1/complaints/${randomUUID()}`), 404, 'not-found');
    await refused(() => registrar.get('/v1/complaints/../etc'), 404, 'not-found');
  });
});

/** Stands for the office's time when the body is sent. */
const NOW = '@now';
const sentNow = async (body: object): Promise<Json> =>
  JSON.parse(JSON.stringify(body).replaceAll(NOW, await world.now())) as Json;

/** For each command: who gives it, on a case in which phase, and a body that would do. */
const COMMANDS: readonly [string, Post, Phase, object][] = [
  ['review-start', 'registrar', 'registered', {}],
  ['supplement-requests', 'registrar', 'under-review', { items: ['evidence'], note: '请补。' }],
  [
    'supplements',
    'registrar',
    'awaiting-supplement',
    { items: ['evidence'], note: '发票。', receivedAt: NOW },
  ],
  ['preliminary-review', 'registrar', 'under-review', review({ competent: '某局' })],
  ['review-return', 'leader', 'awaiting-approval', { reason: '退回。' }],
  [
    'acceptance-decision',
    'leader',
    'awaiting-approval',
    {
      outcome: 'reject',
      reasons: ['R3'],
      remedies: ['arbitration'],
      opinion: '不受理。',
      receiver: '某局',
      file: false,
      decidedAt: NOW,
    },
  ],
  ['handlers', 'leader', 'filed', { handlers: [idOf('officer1'), idOf('officer2')] }],
  ['contact-disclosures', 'leader', 'filed', { subject: '0'.repeat(36), purpose: '回访。' }],
  ['filing-request', 'officer1', 'accepted', { report: '建议立案。' }],
  ['filing-approval', 'leader', 'accepted', {}],
  ['documents', 'officer1', 'filed', { kind: 'D04', note: '注。' }],
  ['documents/{D04}/issue', 'section-head', 'filed', {}],
  ['documents/{D05}/dispatch', 'officer1', 'filed', { method: 'mail', sentAt: NOW }],
  ['documents/{D05}/service', 'officer1', 'filed', service(NOW, { witnesses: ['张三'], consent: true })],
  ['reply', 'officer1', 'awaiting-reply', reply({ receivedAt: NOW })],
  ['referral-report', 'officer1', 'referred-down', { reportedAt: NOW, result: '已办结。' }],
  ['transfer-result', 'officer1', 'transferred-out', { receivedAt: NOW, result: '已办结。' }],
];

describe('generated bad bodies', () => {
  /** Sends each body; a wrong one is a problem document, and none is a fault. Says whether any fitted after all. */
  async function throwAt(send: (body: Json) => Promise<Answer>, bodies: readonly Json[]): Promise<boolean> {
    const before = await world.stored();
    const answers = await Promise.all(bodies.map((body) => send(body)));
    for (const [index, { status, headers, body }] of answers.entries()) {
      const seen = [JSON.stringify(bodies[index]).slice(0, 300), status >= 500 ? body : 'no fault'];
      expect(seen).toEqual([seen[0], 'no fault']);
      if (status < 400) continue;
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(body.messages.zh.title && body.messages.en.title && body.code).toBeTruthy();
    }
    const fitted = answers.some(({ status }) => status < 400);
    if (!fitted) expect(await world.stored()).toEqual(before);
    return fitted;
  }

  const sample = async (good: object, count: number) => fc.sample(wrongBodies(await sentNow(good)), count);

  it('registrations', async () => {
    const good = registration({ receivedAt: '2026-04-13T08:00:00+08:00', representatives: [0] });
    for (let round = 0; round < 8; round += 1) {
      await throwAt((body) => registrar.post('/v1/complaints', body), await sample(good, 25));
    }
  }, 60_000);

  it.each(COMMANDS)(
    '%s',
    async (act, post, phase, good) => {
      let story = await caseIn(world, phase);
      for (let round = 0; round < 2; round += 1) {
        const { revision, documents } = await story.read();
        const path = act.replace(/\{(D\d\d)\}/, (_, kind: string) =>
          String(documents.findLast((one: { kind: string }) => one.kind === kind).documentId),
        );
        const client = await world.as(post);
        const ask = (body: Json) => client.post(`${story.path}/${path}`, body, { ifMatch: revision });
        if (await throwAt(ask, await sample(good, 20))) story = await caseIn(world, phase);
      }
    },
    60_000,
  );

  it('a good body of each command is good: the mutations start from something that fits', async () => {
    for (const [act, post, phase, good] of COMMANDS) {
      const story = await caseIn(world, phase);
      const { documents } = await story.read();
      const path = act.replace(/\{(D\d\d)\}/, (_, kind: string) =>
        String(documents.findLast((one: { kind: string }) => one.kind === kind).documentId),
      );
      const { status, body } = await story.attempt(post, path, await sentNow(good));
      // Fits in shape; what the rules say of this case comes after.
      const byRule = [
        'complainant-not-in-case',
        'filing-already-requested',
        'rejection-reason-contradicts-review',
        'service-incomplete',
      ];
      expect([act, status < 300 || byRule.includes(body.code) || body]).toEqual([act, true]);
    }
    expect(changed({ a: [1, 2] }, ['a', 1], 'x')).toEqual({ a: [1, 'x'] });
  }, 60_000);
});
