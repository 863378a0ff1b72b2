import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTIONS, authorise, RIGHTS, type Action, type Principal } from '#identity';
import {
  ACCOUNTS,
  direct,
  DirectStory,
  idOf,
  investigation,
  OPERATOR_PEOPLE,
  outcome,
  POST_NAMES,
  reply,
  Story,
  World,
  type PersonName,
} from './support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-13T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

const DIRECT = '/v1/operator/complaints';
const CASES = '/v1/operator/cases';
const REASON = { reason: '理由。' };

/** Every action on a complaint in an operator's register: how it is asked for, `null` for a reading. */
const ON_DIRECT: Readonly<Partial<Record<Action, readonly [path: string, body: object | null][]>>> = {
  'operator.read': [
    ['', null],
    ['/actions', null],
  ],
  'operator.read-history': [['/history', null]],
  'operator.reveal-contact': [['/contact-disclosures', { purpose: '回访。' }]],
  'operator.notify-acceptance': [['/acceptance-notices', { answer: 'accepted', contact: 'phone' }]],
  'operator.receive-supplement': [['/supplements', { items: ['contact'], note: '补充。' }]],
  'operator.assign': [['/responsible', { responsible: 'somebody' }]],
  'operator.investigate': [['/investigations', investigation('shanshui')]],
  'operator.mediate': [
    ['/internal-mediations', { mediator: 'hq', branch: '门市部', agreed: true, record: '记录。' }],
  ],
  'operator.record-outcome': [['/outcome', outcome()]],
  'operator.archive': [['/archive', {}]],
  'operator.correct': [['/corrections', { ...REASON, intake: { facts: '更正。' } }]],
  'operator.propose-destruction': [['/destruction-proposal', REASON]],
  'operator.decide-destruction': [
    ['/destruction-approval', {}],
    ['/destruction-refusal', REASON],
  ],
};
/** Every action on a case that an office handles against the operator. */
const ON_CASE: typeof ON_DIRECT = {
  'operator.read-case': [
    ['', null],
    ['/actions', null],
    ['/clocks', null],
  ],
  'operator.assign-case': [['/responsible', { responsible: 'somebody' }]],
  'operator.investigate-case': [
    ['/investigations', { investigators: ['a', 'a'], facts: '属实。', evidence: [] }],
  ],
  'operator.reply': [['/reply', reply({ parts: {} })]],
  'operator.report-settlement': [['/settlement', { terms: '退款。', amountFen: 0 }]],
};

const EVERYBODY: readonly PersonName[] = [
  ...POST_NAMES,
  ...POST_NAMES.map((post) => `linhai/${post}` as const),
  ...OPERATOR_PEOPLE,
  'unserved/clerk',
  'everything',
];

function principalOf(name: PersonName): Principal {
  const account = ACCOUNTS.find(({ id }) => id === idOf(name));
  if (!account) throw new Error(`no account ${name}`);
  return account;
}

/** What the matrix says of that person and the operator `shanshui`. */
function statusFor(name: PersonName, action: Action): 404 | 403 | 'allowed' {
  const answer = authorise(principalOf(name), action, { operatorId: 'shanshui' });
  if (answer.allowed) return 'allowed';
  return answer.kind === 'not-visible' ? 404 : 403;
}

async function ask(name: PersonName, address: string, body: object | null) {
  const client = await world.as(name);
  return body === null ? client.get(address) : client.post(address, body, { ifMatch: 0 });
}

async function expectMatrix(base: string, acts: typeof ON_DIRECT): Promise<void> {
  for (const [action, ways = []] of Object.entries(acts) as [Action, (typeof ON_DIRECT)[Action]][]) {
    for (const [path, body] of ways) {
      for (const name of EVERYBODY) {
        const answer = await ask(name, base + path, body);
        const expected = statusFor(name, action);
        const got = answer.status === 404 || answer.body?.code === 'forbidden' ? answer.status : 'allowed';
        expect([action, path, name, got]).toEqual([action, path, name, expected]);
      }
    }
  }
}

describe('the rights of operators, over HTTP', () => {
  it('every action of the matrix that is about an operator is tried here', () => {
    const tried = [...Object.keys(ON_DIRECT), ...Object.keys(ON_CASE), ...Object.keys(LISTS)];
    const known = ACTIONS.filter((action) => ['operator-case', 'operator'].includes(RIGHTS[action].about));
    expect(tried.toSorted()).toEqual(known.toSorted());
  });

  it("a complaint in an operator's register: everybody gets what the matrix says", async () => {
    const story = await DirectStory.begin(world);
    await expectMatrix(story.path, ON_DIRECT);
  }, 120_000);

  it('a case against an operator, served on it: everybody gets what the matrix says', async () => {
    const story = await (await Story.begin(world)).notified();
    await expectMatrix(`${CASES}/${story.id}`, ON_CASE);
  }, 120_000);

  it('a case that is not served, or against nobody known: 404 for everybody, whatever is asked', async () => {
    const unserved = await (await Story.begin(world)).filed();
    const unknown = await (await Story.begin(world, { respondent: { name: '甲旅行社' } })).notified();
    for (const { id } of [unserved, unknown]) {
      for (const [path, body] of Object.values(ON_CASE).flatMap((ways = []) => ways)) {
        for (const name of [...OPERATOR_PEOPLE, 'officer1', 'leader'] as const) {
          const { status } = await ask(name, `${CASES}/${id}${path}`, body);
          expect([path, name, status]).toEqual([path, name, 404]);
        }
      }
    }
  }, 120_000);

  it.each(EVERYBODY)('lists and new entries: %s gets no more than the matrix gives', async (name) => {
    for (const [action, [path, body]] of Object.entries(LISTS) as [Action, [string, object | null]][]) {
      const may = authorise(principalOf(name), action).allowed;
      const { status } = await ask(name, path, body);
      // Who belongs to an operator that is not configured has the right, and no register to write in.
      const expected = !may || (name === 'unserved/clerk' && body) ? 403 : body ? 201 : 200;
      expect([action, status]).toEqual([action, expected]);
    }
  });

  it('a list holds what belongs to the own operator, and nothing of another', async () => {
    const mine = await (await Story.begin(world)).notified();
    const theirs = await (
      await Story.begin(world, { respondent: { name: '顺程', licence: 'L-YN-1002' } })
    ).notified();
    const own = await DirectStory.begin(world);
    const other = await DirectStory.begin(world, {}, 'shuncheng');
    await world.settle();
    const textOf = async (name: PersonName, path: string) =>
      JSON.stringify((await (await world.as(name)).get(`${path}?limit=200`)).body);
    const shanshui = (await textOf('shanshui/clerk', CASES)) + (await textOf('shanshui/clerk', DIRECT));
    const shuncheng = (await textOf('shuncheng/clerk', CASES)) + (await textOf('shuncheng/clerk', DIRECT));
    for (const { id } of [mine, own]) {
      expect(shanshui).toContain(id);
      expect(shuncheng).not.toContain(id);
    }
    for (const { id } of [theirs, other]) {
      expect(shuncheng).toContain(id);
      expect(shanshui).not.toContain(id);
    }
    expect(await textOf('unserved/clerk', CASES)).toBe('{"items":[]}');
  });

  it('without a token nothing answers', async () => {
    const story = await DirectStory.begin(world);
    for (const path of [DIRECT, CASES, story.path]) {
      const answer = await world.withToken().get(path);
      expect([path, answer.status]).toEqual([path, 401]);
    }
  });
});

const LISTS: Readonly<Partial<Record<Action, readonly [path: string, body: object | null]>>> = {
  'operator.register': [DIRECT, direct()],
  'operator.list': [DIRECT, null],
  'operator.list-cases': [CASES, null],
};
