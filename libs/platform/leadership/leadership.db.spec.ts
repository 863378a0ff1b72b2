import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrate } from '#platform/postgres';
import { createTestDatabase } from '#testing';
import { Leadership, type Term, WakeUp } from './index.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
async function until(holds: () => boolean, ms = 5000): Promise<void> {
  for (const end = Date.now() + ms; !holds(); await pause(5)) {
    if (Date.now() > end) throw new Error('waited in vain');
  }
}

describe('leadership', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let pool: pg.Pool;
  const started: Leadership[] = [];

  /** Leads until told to stop, and keeps the terms it served. */
  const candidate = (name: string, leaseMs = 300, ready?: () => Promise<boolean>) => {
    const terms: Term[] = [];
    const leadership = new Leadership({
      pool,
      name,
      leaseMs,
      ...(ready && { ready }),
      work: async (term) => {
        terms.push(term);
        await new WakeUp().sleep(60_000, term.signal);
      },
    });
    started.push(leadership);
    leadership.start();
    return { leadership, terms };
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    pool = new pg.Pool({ connectionString: database.url, max: 4 });
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((leadership) => leadership.stop()));
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('F24: of two who seek it one leads, and the other follows at once when it stops', async () => {
    const first = candidate('one-leads');
    await until(() => first.terms.length === 1);
    const second = candidate('one-leads');
    await pause(400);
    expect(second.terms).toHaveLength(0);
    await first.leadership.stop();
    await until(() => second.terms.length === 1, 200);
    expect(BigInt(second.terms[0]?.fence ?? 0)).toBeGreaterThan(BigInt(first.terms[0]?.fence ?? 0));
  });

  it('F22: one that is not ready leaves it to another, and leads when it is', async () => {
    let ready = false;
    const one = candidate('ready', 300, () => Promise.resolve(ready));
    await pause(200);
    expect(one.leadership.leading).toBe(false);
    const other = candidate('ready');
    await until(() => other.leadership.leading);
    await other.leadership.stop();
    await pause(200);
    expect(one.terms).toEqual([]);
    ready = true;
    await until(() => one.leadership.leading);
  });

  it('F5: a leader that has fallen silent is followed by another, and steps back when it wakes', async () => {
    const first = candidate('silent');
    await until(() => first.terms.length === 1);
    // What a stopped process looks like from outside: its last beat grows old, and another takes the lease.
    await pool.query(`update platform.leaders set beat_at = '-infinity', fence = nextval('platform.fences')
      where name = 'silent'`);
    const second = candidate('silent');
    await until(() => second.terms.length === 1);
    await until(() => first.terms[0]?.signal.aborted === true);
    expect(second.terms[0]?.signal.aborted).toBe(false);
  });

  it('seeks anew when the work fails', async () => {
    let attempts = 0;
    const errors: unknown[] = [];
    const leadership = new Leadership({
      pool,
      name: 'fails-once',
      work: async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('broken');
        await Promise.resolve();
      },
      onError: (error) => errors.push(error),
    });
    started.push(leadership);
    leadership.start();
    await until(() => attempts >= 2);
    expect(errors).toHaveLength(1);
  });
});
