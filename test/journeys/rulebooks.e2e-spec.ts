import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Story, World, type Answer } from '../support/index.js';

const CLI = fileURLToPath(new URL('../../apps/cli/main.js', import.meta.url));
const NEW_LAW = { internal: 'RB-MANUAL', statutory: 'RB-2026', reason: '新办法施行，经批准改按新办法办理。' };

let world: World;
let early: Story;
let late: Story;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-03-13T09:00:00+08:00' });
  early = await Story.begin(world, { receivedAt: '2026-03-11T09:00:00+08:00' });
  late = await Story.begin(world);
  await Story.begin(world, {}, { office: 'linhai' });
  await world.moveTo('2026-03-16T09:00:00+08:00');
  await world.settle();
}, 60_000);
afterAll(() => world?.stop());

const asked = async (who: Parameters<World['as']>[0], id: string): Promise<Answer> =>
  (await world.as(who)).get(`/v1/rulebooks/${id}/dry-run`);

describe('a dry run over the open cases, before a rulebook is switched on', () => {
  it('says which clocks would change, from which day to which, and how many cases would become overdue', async () => {
    const { status, body } = await asked('leader', 'RB-2026');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      rulebook: 'RB-2026',
      office: 'yunhai',
      open: 2,
      changed: 2,
      becomeOverdue: 1,
    });
    const [first, second] = body.cases;
    expect(first).toMatchObject({
      complaintId: early.id,
      number: early.number,
      becomesOverdue: true,
      from: { internal: 'RB-MANUAL', statutory: 'RB-2010' },
      to: { internal: 'RB-MANUAL', statutory: 'RB-2026' },
    });
    expect(first.clocks).toContainEqual(
      expect.objectContaining({
        code: 'DL-ACCEPT',
        before: expect.objectContaining({ rulebook: 'RB-2010', dueOn: '2026-03-18', overdue: false }),
        after: expect.objectContaining({ rulebook: 'RB-2026', dueOn: '2026-03-13', overdue: true }),
      }),
    );
    expect(second).toMatchObject({ complaintId: late.id, becomesOverdue: false });
  });

  it('a local rule adds its clocks; a rulebook under which they run already changes nothing', async () => {
    const { body } = await asked('section-head', 'OV-SHANDONG');
    expect(body).toMatchObject({ open: 2, changed: 2, becomeOverdue: 0 });
    expect(body.cases[0].clocks).toEqual([
      expect.objectContaining({
        code: 'DL-ACCEPT',
        after: expect.objectContaining({ rulebook: 'OV-SHANDONG' }),
      }),
    ]);
    expect((await asked('auditor', 'RB-2010')).body).toMatchObject({ open: 2, changed: 0, cases: [] });
  });

  it('a rulebook that is not in force: shown all the same, and said that each move would be refused', async () => {
    expect((await asked('leader', 'RB-2026')).body).toMatchObject({ refused: 0 });
    const { body } = await asked('leader', 'RB-1997');
    expect(body).toMatchObject({ changed: 2, refused: 2, words: { zh: expect.stringContaining('均无效') } });
    expect(body.cases.map(({ refused }: { refused: string }) => refused)).toEqual([
      'rulebook-not-in-force',
      'rulebook-not-in-force',
    ]);
  });

  it('changes nothing, and is for those who answer for the office', async () => {
    const { revision } = await early.read();
    await asked('leader', 'RB-2026');
    expect((await early.read()).revision).toBe(revision);
    for (const who of ['registrar', 'officer1', 'administrator'] as const)
      expect((await asked(who, 'RB-2026')).status).toBe(403);
    expect((await asked('leader', 'RB-1492')).status).toBe(404);
  });

  it('tousu rulebooks dry-run says the same on the command line', async () => {
    const env = { ...process.env, DATABASE_URL: world.databaseUrl };
    const run = async (...args: string[]) =>
      (await promisify(execFile)(process.execPath, [CLI, ...args], { env })).stdout;
    const json = JSON.parse(await run('--json', 'rulebooks', 'dry-run', 'RB-2026', '--office', 'yunhai'));
    expect(json).toMatchObject({ open: 2, changed: 2, becomeOverdue: 1 });
    const text = await run('rulebooks', 'dry-run', 'RB-2026', '--office', 'yunhai');
    expect(text).toContain(`${early.number}  registered  WOULD BECOME OVERDUE`);
    expect(text).toContain('DL-ACCEPT: RB-2010 2026-03-18 → RB-2026 2026-03-13 (run out)');
    expect(text).toContain('2 open, 2 would change, 1 of them would become overdue');
  }, 60_000);
});

describe('moving an open case', () => {
  it('is an act of the leader, offered to him and refused to others', async () => {
    const offered = async (who: 'leader' | 'officer1') =>
      (await late.read('/actions', who)).actions.find(
        ({ action }: { action: string }) => action === 'MoveToRulebooks',
      );
    expect(await offered('leader')).toMatchObject({
      allowed: true,
      href: `/v1/complaints/${late.id}/rulebook-migration`,
    });
    expect((await late.attempt('registrar', 'rulebook-migration', NEW_LAW)).status).toBe(403);
  });

  it('refuses what cannot be, and says why in both languages', async () => {
    const refused = await late.attempt('leader', 'rulebook-migration', { ...NEW_LAW, statutory: 'RB-1997' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'rulebook-not-in-force' });
    const unknown = await late.attempt('leader', 'rulebook-migration', { ...NEW_LAW, overlay: 'OV-NONE' });
    expect(unknown.body).toMatchObject({ code: 'rulebook-not-known', facts: { rulebook: 'OV-NONE' } });
  });

  it('supersedes the clocks of the left law and starts those of the new one; once', async () => {
    const { body } = await late.act('leader', 'rulebook-migration', NEW_LAW);
    expect(body.events).toEqual(['ClockCancelled', 'RulebookMigrated', 'ClockStarted', 'ClockStarted']);
    expect(await late.clock('DL-ACCEPT.RB-2010')).toMatchObject({ status: 'cancelled' });
    expect(await late.clock('DL-ACCEPT.RB-2026')).toMatchObject({ status: 'running', dueOn: '2026-03-17' });
    expect(await late.read()).toMatchObject({
      rulebooks: { internal: 'RB-MANUAL', statutory: 'RB-2026' },
      moves: [{ from: { statutory: 'RB-2010' }, reason: NEW_LAW.reason, by: 'yunhai-leader' }],
    });
    expect((await late.act('leader', 'rulebook-migration', NEW_LAW)).body.events).toEqual([]);
  });

  it('a clock that would have run out already is started, and missed at once', async () => {
    await early.act('leader', 'rulebook-migration', NEW_LAW);
    await world.settle();
    expect(await early.clock('DL-ACCEPT.RB-2026')).toMatchObject({ status: 'missed', dueOn: '2026-03-13' });
    const escalated = (await early.history()).filter(({ type }) => type === 'Escalated');
    expect(escalated.some(({ data }) => data.clock.startsWith('DL-ACCEPT.RB-2026'))).toBe(true);
    const { items } = (await (await world.as('leader')).get('/v1/complaints')).body;
    expect(items.map(({ statutoryRulebook }: { statutoryRulebook: string }) => statutoryRulebook)).toEqual([
      'RB-2026',
      'RB-2026',
    ]);
  });
});

describe("an office's profile", () => {
  it('E9: a local rule of the office is kept by each of its complaints, with clocks of its own', async () => {
    await world.moveTo('2026-04-29T09:00:00+08:00');
    const story = await Story.begin(world, {}, { office: 'linhai' });
    expect(await story.read()).toMatchObject({
      rulebooks: { internal: 'RB-MANUAL', statutory: 'RB-2026', overlay: 'OV-SHANDONG' },
    });
    expect(await story.clock('DL-ACCEPT.OV-SHANDONG')).toMatchObject({ basis: 'overlay' });
  });
});
