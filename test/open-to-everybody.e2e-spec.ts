import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { World } from './support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-03T09:00:00+08:00' });
}, 120_000);
afterAll(() => world.stop());

const open = () => request(world.base);

/** What is not well once the first round of every watch is over. */
async function notWell(): Promise<object[]> {
  for (let rounds = 100; ; rounds -= 1) {
    const { body } = await open().get('/health/ready').expect(200);
    const found = (body.checks as { status: string }[]).filter(({ status }) => status !== 'up');
    if (found.length === 0 || rounds === 0) return found;
    await sleep(100);
  }
}

describe('what anybody may ask without signing in', () => {
  it('E1: when is it due? the law of 2010 over National Day 2025, counted day by day', async () => {
    const query = { start: '2025-09-26T09:00:00+08:00', rulebook: 'RB-2010', code: 'DL-ACCEPT' };
    const { body } = await open().get('/v1/due-date').query(query).expect(200);
    expect(body).toMatchObject({ dueOn: '2025-10-10', verification: 'published' });
    expect(body.words.zh).toContain('届满：2025-10-10（星期五）24:00（北京时间）。');
    expect(body.words.en).toContain('Due Fri 2025-10-10 at 24:00 in China.');
  });

  it('the rulebooks, with how sure each term is', async () => {
    const { body } = await open().get('/v1/rulebooks/RB-2026').expect(200);
    expect(body.terms.map(({ verification }: { verification: string }) => verification)).toContain(
      'unverified',
    );
    await open().get('/v1/rulebooks/RB-1066').expect(404);
  });

  it('G59: the quarters that were published, and none that was not', async () => {
    const { body } = await open().get('/v1/published/quarterly-reports').expect(200);
    expect(body).toEqual({ items: [] });
    await open().get('/v1/published/quarterly-reports/yunhai/2026Q1').expect(404);
  });

  it('what a problem code means, the interface, and whether the system is well', async () => {
    await open().get('/problems/decider-reviewed-the-case').expect(200);
    await open().get('/openapi.json').expect(200);
    await open().get('/docs').expect(200);
    expect(await notWell()).toEqual([]);
  });

  it('and nothing of a case', async () => {
    for (const path of [
      '/v1/complaints',
      '/v1/work-list',
      '/v1/deadlines',
      '/v1/system/timers',
      '/v1/statistics?quarter=2026Q1',
      '/v1/quarterly-reports/2026Q1',
    ]) {
      await open()
        .get(path)
        .expect(401)
        .expect('www-authenticate', /^Bearer/);
    }
  });
});
