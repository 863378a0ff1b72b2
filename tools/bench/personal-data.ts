import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { KeyRing, PostgresPersonalData } from '#platform/personal-data';
import { createAppPool } from '#platform/postgres';
import { openText, sealText } from '../../libs/platform/personal-data/sealed-text.js';
import { callsPerSecond, closedLoop, interleave, type InterleaveOptions } from './measure.js';
import type { BenchRow } from './row.js';
import { inScratchDatabase } from './scratch.js';

const TEXT = '导游在行程外增加两次购物停留，未签署补充协议。';
const PEOPLE = 50;

/** How fast personal text is sealed and revealed, beside the bare cipher and hash; and a page of people. */
export async function benchSealing(
  adminUrl: string,
  options: InterleaveOptions,
): Promise<readonly BenchRow[]> {
  return [...(await texts(options)), ...(await inScratchDatabase(adminUrl, (url) => pages(url, options)))];
}

function texts(options: InterleaveOptions): Promise<readonly BenchRow[]> {
  const { key } = new KeyRing(randomBytes(32).toString('base64')).provision('bench-subject');
  const subject = randomUUID();
  const plain = JSON.stringify({ salt: randomBytes(32).toString('base64'), value: TEXT });
  const sealed = sealText(key, subject, 'complainant.facts', TEXT);
  const bare = () => {
    const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12));
    const text = cipher.update(plain, 'utf8', 'base64') + cipher.final('base64');
    return [text, cipher.getAuthTag(), createHash('sha256').update(plain).digest('base64')];
  };
  const variant = (name: string, call: () => unknown) => ({
    name,
    run: async (ms: number) => callsPerSecond(ms, call),
  });
  const variants = [
    variant('bare AES-256-GCM and SHA-256', bare),
    variant('sealed', () => sealText(key, subject, 'complainant.facts', TEXT)),
    variant('opened, commitment checked', () => openText(key, sealed)),
  ];
  return interleave('one personal text', 'texts/s', variants, {
    ...options,
    warmUpMs: 300,
    ms: options.ms / 2,
  });
}

async function pages(url: string, options: InterleaveOptions): Promise<readonly BenchRow[]> {
  const pool = createAppPool(url, { applicationName: 'bench' });
  try {
    const ring = new KeyRing(randomBytes(32).toString('base64'));
    const writer = new PostgresPersonalData(pool, ring);
    const page = await Promise.all(
      Array.from({ length: PEOPLE }, async () => {
        const subject = randomUUID();
        await writer.openSubject(subject);
        return Object.values(await writer.sealMany(subject, { name: '陈嘉宁', phone: '13900010001' }));
      }),
    );
    const variant = (name: string, reader: () => PostgresPersonalData) => ({
      name,
      run: (ms: number) => closedLoop(1, ms, () => reader().revealMany(page.flat())),
    });
    const variants = [
      variant('keys cold', () => new PostgresPersonalData(pool, ring)),
      variant('keys kept', () => writer),
    ];
    const short = { ...options, warmUpMs: 300, ms: options.ms / 2 };
    return await interleave(`page of ${PEOPLE} people`, 'pages/s', variants, short);
  } finally {
    await pool.end();
  }
}
