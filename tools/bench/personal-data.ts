/**
 * How fast personal text is sealed and revealed, beside the bare cipher as the yardstick of the same run.
 * `node dist/tools/bench/personal-data.js`; with DATABASE_URL (a migrated database) also pages with cold keys.
 */
import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { KeyRing, PostgresPersonalData } from '#platform/personal-data';
import { createAppPool } from '#platform/postgres';
import { openText, sealText } from '../../libs/platform/personal-data/sealed-text.js';

const ROUNDS = 7;
const ROUND_MS = 400;
const TEXT = '导游在行程外增加两次购物停留，未签署补充协议。';

/** Calls per second: lowest, median and highest of the rounds. */
function rate(call: () => unknown): number[] {
  const rounds: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const start = performance.now();
    let calls = 0;
    do {
      for (let n = 0; n < 200; n++) call();
      calls += 200;
    } while (performance.now() - start < ROUND_MS);
    if (round >= 0) rounds.push((calls / (performance.now() - start)) * 1000); // the first one warms up
  }
  return spread(rounds);
}

function spread(values: number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return [0, sorted.length >> 1, sorted.length - 1].map((at) => sorted[at] ?? 0);
}

function show(what: string, [low = 0, median = 0, high = 0]: number[], yardstick?: number): void {
  const ratio = yardstick === undefined ? '' : `  ${(median / yardstick).toFixed(2)} of the yardstick`;
  const [m, l, h] = [median, low, high].map((n) => Math.round(n).toLocaleString('en'));
  console.log(`${what.padEnd(46)} ${m}/s (${l} to ${h})${ratio}`);
}

function measureCipher(): void {
  const { key } = new KeyRing(randomBytes(32).toString('base64')).provision('bench-subject');
  const subject = randomUUID();
  const plain = JSON.stringify({ salt: randomBytes(32).toString('base64'), value: TEXT });
  const bare = rate(() => {
    const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12));
    const text = cipher.update(plain, 'utf8', 'base64') + cipher.final('base64');
    return [text, cipher.getAuthTag(), createHash('sha256').update(plain).digest('base64')];
  });
  const sealed = sealText(key, subject, 'complainant.facts', TEXT);
  show('yardstick: bare AES-256-GCM and SHA-256', bare);
  show(
    'seal one text',
    rate(() => sealText(key, subject, 'complainant.facts', TEXT)),
    bare[1],
  );
  show(
    'reveal one text, commitment checked',
    rate(() => openText(key, sealed)),
    bare[1],
  );
}

async function measurePages(url: string): Promise<void> {
  const pool = createAppPool(url, { applicationName: 'tousu bench' });
  try {
    const ring = new KeyRing(randomBytes(32).toString('base64'));
    const writer = new PostgresPersonalData(pool, ring);
    const page = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const subject = randomUUID();
        await writer.openSubject(subject);
        return Object.values(await writer.sealMany(subject, { name: '陈嘉宁', phone: '13900010001' }));
      }),
    );
    for (const [what, people] of [
      ['page of 50 people, keys cold', () => new PostgresPersonalData(pool, ring)],
      ['page of 50 people, keys cached', () => writer],
    ] as const) {
      const times: number[] = [];
      for (let n = 0; n < 100; n++) {
        const reader = people();
        const start = performance.now();
        await reader.revealMany(page.flat());
        times.push(performance.now() - start);
      }
      const [low, median, high] = spread(times).map((ms) => ms.toFixed(2));
      console.log(`${what.padEnd(46)} ${median} ms (${low} to ${high})`);
    }
  } finally {
    await pool.end();
  }
}

measureCipher();
const url = process.env['DATABASE_URL'];
if (url === undefined) console.log('pages of 50 people: set DATABASE_URL to a migrated database');
else await measurePages(url);
