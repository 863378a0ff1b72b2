import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  direct,
  DirectStory,
  idOf,
  investigation,
  OPERATOR_PEOPLE,
  outcome,
  POST_NAMES,
  World,
  type PersonName,
} from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-13T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

const PATH = '/v1/operator/complaints';
const typesOf = async (story: DirectStory) =>
  (await story.read('/history')).events.map(({ type }: { type: string }) => type);

describe("an operator's own register of direct complaints", () => {
  it('B01, B02: a call, from its record to the archive', async () => {
    const story = await DirectStory.begin(world);
    expect(story.number).toMatch(/^山水诉〔2026〕\d+号$/);
    expect(await story.read()).toMatchObject({
      phase: 'received',
      way: 'phone',
      complainant: { name: '钱**', phone: '100****0001' },
      concerned: { unit: '古城门市部', staff: ['guide-7'] },
      facts: '导游擅自增加购物点。',
      claim: '退还购物款 1,280 元。',
    });
    await story.archived();
    expect(await typesOf(story)).toEqual([
      'OperatorComplaintReceived',
      'OperatorCaseAssigned',
      'OperatorInvestigationRecorded',
      'OperatorOutcomeRecorded',
      'OperatorArchived',
    ]);
    expect(await story.read()).toMatchObject({
      phase: 'archived',
      responsible: 'shanshui-agent',
      outcome: { kind: 'settled', agreement: '双方协商书：三日内退款。', paidFen: 128_000 },
      archive: { retentionYears: 3, keepUntil: '2029-04-13' },
    });
  });

  it('B02, B03: a record that lacks what its way must hold is refused, with what is missing, and loses nothing', async () => {
    const clerk = await world.as('shanshui/clerk');
    const before = await world.stored();
    const call = await clerk.post(PATH, direct({ complainant: { name: '钱思齐' }, claim: undefined }));
    expect([call.status, call.body.code, call.body.rules, call.body.facts.missing]).toEqual([
      422,
      'intake-incomplete',
      ['B02', 'B03'],
      ['contact', 'claim'],
    ]);
    const visit = await clerk.post(PATH, direct({ way: 'visit' }), { headers: { 'accept-language': 'en' } });
    expect(visit.body.facts.missing).toEqual(['explanation']);
    expect(visit.body.detail).toContain('Missing: explanation');
    expect(await world.stored()).toEqual(before);
    const explained = await clerk.post(PATH, direct({ way: 'visit', explanation: '已说明处理程序。' }));
    expect(explained.status).toBe(201);
  });

  it('B04: a letter is answered, what is missing is asked for and supplied, and then it goes on', async () => {
    const bare = { way: 'letter', complainant: {}, concerned: { staff: [] }, claim: undefined };
    const story = await DirectStory.begin(world, { ...bare, receivedAt: '2026-04-10T10:00:00+08:00' });
    const early = await story.attempt('shanshui/manager', 'responsible', { responsible: 'shanshui-agent' });
    expect([early.status, early.body.code]).toEqual([409, 'letter-not-answered']);
    await story.act('clerk', 'acceptance-notices', {
      answer: 'items-missing',
      missing: ['contact', 'claim'],
      contact: 'letter',
    });
    await story.act('clerk', 'supplements', { items: ['contact', 'claim'], note: '来电补充：要求退款。' });
    await story.act('clerk', 'acceptance-notices', { answer: 'accepted', contact: 'phone' });
    const read = await story.read();
    expect([read.phase, read.receivedAt, read.notices[0].missing, read.supplements[0].note]).toEqual([
      'accepted',
      '2026-04-10T02:00:00.000Z',
      ['claim', 'contact'],
      '来电补充：要求退款。',
    ]);
  });

  it('B04, B12: what is declined is told with its reason, and archived', async () => {
    const story = await DirectStory.begin(world, { way: 'letter' });
    const bare = await story.attempt('shanshui/clerk', 'acceptance-notices', {
      answer: 'declined',
      contact: 'letter',
    });
    expect([bare.status, bare.body.code]).toEqual([422, 'decline-needs-reason']);
    await story.act('clerk', 'acceptance-notices', {
      answer: 'declined',
      reason: '该团不是本社组织。',
      contact: 'letter',
    });
    await story.act('clerk', 'archive', { retentionYears: 2 });
    expect((await story.read()).archive).toMatchObject({ retentionYears: 2, keepUntil: '2028-04-13' });
  });

  it('B05: the manager names who is responsible, and only that person does the work', async () => {
    const story = await DirectStory.begin(world);
    const body = { responsible: idOf('shanshui/agent') };
    const clerk = await story.attempt('shanshui/clerk', 'responsible', body);
    expect([clerk.status, clerk.body.facts]).toEqual([403, { reason: 'role-lacks-right' }]);
    await story.assigned();
    const other = await story.attempt('shanshui/clerk', 'investigations', investigation('shanshui'));
    expect([other.status, other.body.code, other.body.facts]).toEqual([
      403,
      'not-responsible',
      { responsible: 'shanshui-agent' },
    ]);
  });

  it('B10: one investigator is refused, also named twice', async () => {
    const story = await (await DirectStory.begin(world)).assigned();
    for (const investigators of [['shanshui-agent'], ['shanshui-agent', 'shanshui-agent']]) {
      const answer = await story.attempt(
        'shanshui/agent',
        'investigations',
        investigation('shanshui', { investigators }),
      );
      expect([answer.status, answer.body.code, answer.body.rules]).toEqual([
        422,
        'too-few-investigators',
        ['B10'],
      ]);
    }
    await story.act('agent', 'investigations', investigation('shanshui'));
    expect((await story.read()).investigations[0].investigators).toEqual([
      'shanshui-agent',
      'shanshui-clerk',
    ]);
  });

  it('A24, B11: headquarters mediates without legal effect; the outcome is recorded apart and in writing', async () => {
    const story = await (await DirectStory.begin(world)).investigated();
    const unmediated = await story.attempt('shanshui/agent', 'outcome', outcome({ kind: 'mediated' }));
    expect([unmediated.status, unmediated.body.code]).toEqual([422, 'no-agreement-in-mediation']);
    await story.act('agent', 'internal-mediations', {
      mediator: 'shanshui-manager',
      branch: '古城门市部',
      agreed: true,
      record: '门市部同意退款。',
    });
    expect((await story.read()).phase).toBe('investigated');
    const unwritten = await story.attempt('shanshui/agent', 'outcome', outcome({ agreement: undefined }));
    expect([unwritten.status, unwritten.body.code]).toEqual([422, 'outcome-needs-agreement']);
    await story.act('agent', 'outcome', outcome({ kind: 'mediated' }));
    expect((await story.read()).phase).toBe('resolved');
  });

  it('H17: what was wrong is put right by a new entry; what was believed before stays readable', async () => {
    const story = await (await DirectStory.begin(world)).investigated();
    const { revision, investigations } = await story.read();
    const [{ recordId }] = investigations;
    const change = {
      recordId,
      heldAt: '2026-04-13T09:30:00+08:00',
      investigators: ['shanshui-agent', 'shanshui-manager'],
      facts: '两处购物点，属实。',
      evidence: [],
    };
    await world.moveTo('2026-04-13T12:00:00+08:00');
    const both = await story.attempt('shanshui/manager', 'corrections', {
      reason: '笔误',
      investigation: change,
      outcome: { ...outcome(), decidedAt: '2026-04-13T10:00:00+08:00' },
    });
    expect([both.status, both.body.code]).toEqual([422, 'correction-names-one-record']);
    await story.act('manager', 'corrections', { reason: '漏记一处。', investigation: change });
    const now = await story.read();
    expect(now.investigations[0]).toMatchObject({
      facts: '两处购物点，属实。',
      recordId,
      by: 'shanshui-agent',
    });
    expect(now.corrections[0]).toMatchObject({ by: 'shanshui-manager', reason: '漏记一处。', recordId });
    const then = await story.read(`?asOf=${revision}`);
    expect(then.investigations[0].facts).toBe('行程单外增加一处购物点，属实。');
    expect(then.corrections).toEqual([]);
  });

  it('H17: who is complained of neither sees to it nor is named for it', async () => {
    const about = { concerned: { unit: '古城门市部', staff: [idOf('shanshui/agent')] } };
    const story = await DirectStory.begin(world, about);
    const named = await story.attempt('shanshui/manager', 'responsible', { responsible: 'shanshui-agent' });
    expect([named.status, named.body.code]).toEqual([422, 'person-is-complained-of']);
    const corrects = await story.attempt('shanshui/agent', 'corrections', {
      reason: '与我无关',
      intake: { concerned: { unit: '古城门市部', staff: [] } },
    });
    expect([corrects.status, corrects.body.code]).toEqual([403, 'complaint-is-about-you']);
  });

  it('B12, A16: a file is kept its term, and destroyed by two people, after which nothing of it is shown', async () => {
    const story = await (await DirectStory.begin(world)).archived({ retentionYears: 2 });
    const short = await (await DirectStory.begin(world)).investigated();
    await short.act('agent', 'outcome', outcome());
    const refused = await short.attempt('shanshui/clerk', 'archive', { retentionYears: 1 });
    expect([refused.status, refused.body.code]).toEqual([422, 'retention-too-short']);
    const early = await story.attempt('shanshui/clerk', 'destruction-proposal', { reason: '期满' });
    expect([early.status, early.body.code, early.body.facts.from]).toEqual([
      409,
      'retention-not-over',
      '2028-04-14',
    ]);
    await world.moveTo('2028-04-14T00:00:00+08:00');
    const due = await (await world.as('shanshui/clerk')).get(`${PATH}?phase=archived&keepUntilTo=2028-04-13`);
    expect(due.body.items.map(({ id }: { id: string }) => id)).toContain(story.id);
    await story.act('manager', 'destruction-proposal', { reason: '保存期满。' });
    const alone = await story.attempt('shanshui/manager', 'destruction-approval');
    expect([alone.status, alone.body.code]).toEqual([403, 'destruction-needs-second-person']);
    await story.act('manager', 'destruction-refusal', { reason: '由他人提出。' });
    await story.act('clerk', 'destruction-proposal', { reason: '保存期满。' });
    await story.act('manager', 'destruction-approval');
    const left = await story.read();
    expect(left).toMatchObject({
      phase: 'destroyed',
      number: story.number,
      destroyed: { proposedBy: 'shanshui-clerk', approvedBy: 'shanshui-manager' },
    });
    const shown = JSON.stringify([left, await story.read('?asOf=3'), await story.read('/history')]);
    expect(shown).not.toMatch(/导游|退还|钱|行程单|协商书|保存期满/);
  });

  it('shows the contact in full for a purpose that is recorded', async () => {
    const story = await DirectStory.begin(world);
    const shown = await story.attempt('shanshui/clerk', 'contact-disclosures', { purpose: '回访。' });
    expect([shown.status, shown.body]).toEqual([200, { name: '钱思齐', phone: '10012340001' }]);
    expect((await story.read()).disclosures).toMatchObject([{ by: 'shanshui-clerk', purpose: '回访。' }]);
  });

  it('numbers are without gaps, an operator and year, however many come at once and whatever is refused', async () => {
    const clerk = await world.as('shuncheng/clerk');
    const concerned = { unit: '古城门市部', staff: [] };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        clerk.post(PATH, direct({ concerned, ...(index % 4 === 3 ? { claim: undefined } : {}) })),
      ),
    );
    const year = (await world.now()).slice(0, 4);
    const numbers = answers.filter(({ status }) => status === 201).map(({ body }) => body.number as string);
    expect(numbers.toSorted()).toEqual(
      Array.from({ length: 15 }, (_, index) => `顺程诉〔${year}〕${index + 1}号`).toSorted(),
    );
  });

  it('keeps the conventions of the interface', async () => {
    const clerk = await world.as('shanshui/clerk');
    const key = randomUUID();
    const first = await clerk.post(PATH, direct(), { key });
    const again = await clerk.post(PATH, direct(), { key });
    expect([again.status, again.body.id, again.headers.get('idempotency-replayed')]).toEqual([
      201,
      first.body.id,
      'true',
    ]);
    expect((await clerk.post(PATH, direct({ facts: '别的。' }), { key })).body.code).toBe(
      'idempotency-key-reused',
    );
    const path = `${PATH}/${first.body.id}`;
    const stale = await clerk.post(
      `${path}/acceptance-notices`,
      { answer: 'accepted', contact: 'phone' },
      {
        ifMatch: 7,
      },
    );
    expect([stale.status, stale.body.code]).toEqual([412, 'precondition-failed']);
    const bare = await clerk.post(`${path}/acceptance-notices`, { answer: 'accepted', contact: 'phone' });
    expect(bare.status).toBe(428);
    const read = await clerk.get(path);
    expect(read.headers.get('etag')).toBe('"0"');
    expect((await clerk.get(path, { 'if-none-match': '"0"' })).status).toBe(304);
    expect(first.headers.get('location')).toBe(path);
  });

  it('the register is read page by page, newest receipt first, and filtered', async () => {
    await world.settle();
    const clerk = await world.as('shuncheng/clerk');
    const seen: string[] = [];
    let next: string | undefined = `${PATH}?limit=4`;
    while (next !== undefined) {
      const answer: Awaited<ReturnType<typeof clerk.get>> = await clerk.get(next);
      expect(answer.body.items.length).toBeLessThanOrEqual(4);
      seen.push(...answer.body.items.map(({ id }: { id: string }) => id));
      next = /<(.*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect([seen.length, new Set(seen).size]).toEqual([15, 15]);
    const letters = await clerk.get(`${PATH}?way=letter`);
    expect(letters.body.items).toEqual([]);
    const foreign = await (await world.as('shanshui/clerk')).get(`${PATH}?limit=4`);
    const cursor = new URL(`http://x${/<(.*)>/.exec(foreign.headers.get('link') ?? '')?.[1]}`).searchParams;
    const taken = await clerk.get(`${PATH}?limit=4&cursor=${cursor.get('cursor')}`);
    expect([taken.status, taken.body.code]).toEqual([400, 'cursor-invalid']);
  });
});

describe("an operator's register is its own", () => {
  let story: DirectStory;
  beforeAll(async () => {
    story = await DirectStory.begin(world);
    await world.settle();
  });

  it.each([...POST_NAMES, 'linhai/leader', 'everything'] as PersonName[])(
    'of an office, %s finds nothing of it',
    async (name) => {
      const client = await world.as(name);
      for (const rest of ['', '/history', '/actions']) {
        const answer = await client.get(story.path + rest);
        expect([rest, answer.status, answer.body.code]).toEqual([rest, 404, 'not-found']);
      }
      expect((await client.post(`${story.path}/archive`, {}, { ifMatch: 0 })).status).toBe(404);
      expect((await client.get(PATH)).status).toBe(403);
      expect((await client.post(PATH, direct())).status).toBe(403);
    },
  );

  it.each(OPERATOR_PEOPLE.filter((name) => name.startsWith('shuncheng')))(
    'of another operator, %s finds nothing of it, in no list either',
    async (name) => {
      const client = await world.as(name);
      for (const rest of ['', '/history', '/actions'])
        expect((await client.get(story.path + rest)).status).toBe(404);
      const acts = (await story.read('/actions', 'manager')).actions as { href: string }[];
      for (const { href } of acts) {
        const answer = await client.post(href, BODIES[href.split('/').at(-1) ?? ''] ?? {}, { ifMatch: 0 });
        expect([href, answer.status]).toEqual([href, 404]);
      }
      const list = await client.get(`${PATH}?limit=200`);
      expect(JSON.stringify(list.body)).not.toContain(story.id);
    },
  );

  it.each(OPERATOR_PEOPLE)('%s sees nothing of an office', async (name) => {
    const client = await world.as(name);
    for (const path of ['/v1/complaints', '/v1/work-list', '/v1/deadlines', '/v1/system/projections'])
      expect([path, (await client.get(path)).status]).toEqual([path, 403]);
  });

  it('somebody of an operator that is not served here enters nothing', async () => {
    const before = await world.stored();
    const answer = await (await world.as('unserved/clerk')).post(PATH, direct());
    expect([answer.status, answer.body.facts]).toEqual([403, { reason: 'operator-not-served' }]);
    expect(await world.stored()).toEqual(before);
  });

  it('"what can be done now" is what is then accepted, and refused for the reason given', async () => {
    const stories = [story, await (await DirectStory.begin(world)).investigated()];
    for (const one of stories) {
      for (const post of ['clerk', 'agent', 'manager'] as const) {
        const { actions, revision } = await one.read('/actions', post);
        for (const { href, allowed, reason } of actions) {
          if (allowed) continue;
          const body = BODIES[href.split('/').at(-1)] ?? {};
          const answer = await (await world.as(`shanshui/${post}`)).post(href, body, { ifMatch: revision });
          expect([reason.code, 'forbidden']).toContain(answer.body.code);
        }
      }
    }
  });
});

/** Bodies of the right shape for each act. */
const BODIES: Readonly<Record<string, object>> = {
  'acceptance-notices': { answer: 'accepted', contact: 'phone' },
  supplements: { items: ['contact'], note: '补充。' },
  responsible: { responsible: 'shanshui-agent' },
  investigations: investigation('shanshui'),
  'internal-mediations': { mediator: 'shanshui-manager', branch: '门市部', agreed: true, record: '记录。' },
  outcome: outcome(),
  archive: {},
  'destruction-proposal': { reason: '期满。' },
  'destruction-refusal': { reason: '不同意。' },
  'destruction-approval': {},
  corrections: { reason: '笔误。', intake: { facts: '更正。' } },
  'contact-disclosures': { purpose: '回访。' },
};
