import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '#kernel';
import { docxOf, isoOf, jpegOf, oleOf, pdfOf, pngOf, SAMPLES } from './fixture/samples.js';
import { zipOf } from './fixture/zip-of.js';
import { type ByteSource, checkContent, CONTENT_PROBLEMS, FILE_KINDS } from './index.js';

/** Bytes in memory, and how much was asked of them at once. */
class Bytes implements ByteSource {
  largest = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly slow?: () => Promise<void>,
  ) {}

  get size(): number {
    return this.bytes.length;
  }

  async read(offset: number, length: number): Promise<Buffer> {
    await this.slow?.();
    this.largest = Math.max(this.largest, length);
    return this.bytes.subarray(offset, offset + length);
  }
}

const check = (bytes: Buffer, name?: string, mediaType?: string) =>
  checkContent(new Bytes(bytes), { name, mediaType });
const refused = (code: string, facts: object = {}) =>
  expect.objectContaining({ refused: code, facts: expect.objectContaining(facts) });
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

describe('what is taken', () => {
  it('there is a sample of every kind', () => {
    expect(SAMPLES.map(({ mediaType }) => mediaType).sort()).toEqual(
      FILE_KINDS.map(({ mediaType }) => mediaType).sort(),
    );
  });

  it.each(SAMPLES)('$name is $mediaType', async ({ name, mediaType, bytes }) => {
    const [stem = '', ending = ''] = name.split('.');
    const taken = { mediaType, name: `${stem}.${ending.toLowerCase()}` };
    expect(await check(bytes, name, mediaType)).toEqual(taken);
    expect(await check(bytes, name)).toEqual(taken);
    expect(await check(bytes, name, 'application/octet-stream')).toEqual(taken);
    expect(await check(bytes, stem)).toEqual({ mediaType, name: expect.stringMatching(`^${stem}\\.\\w+$`) });
  });

  it('what telephones and browsers call differently is the same kind', async () => {
    expect(await check(isoOf('mp42'), '录音.m4a', 'audio/x-m4a')).toMatchObject({ name: '录音.m4a' });
    expect(await check(jpegOf(), 'a.jpeg', 'image/jpg; q=1')).toMatchObject({ mediaType: 'image/jpeg' });
    expect(await check(isoOf('mif1'), 'a.heic', 'image/heif')).toMatchObject({ mediaType: 'image/heic' });
  });
});

describe('what is not', () => {
  it.each<[string, Buffer, string, string, object?]>([
    ['nothing', Buffer.alloc(0), 'a.txt', 'file-empty'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'a.exe', 'content-not-allowed'],
    [
      'a program with the ending of a picture',
      Buffer.from('\x7fELF\x02\x01\x01\0\0\0', 'latin1'),
      'a.jpg',
      'content-not-allowed',
    ],
    ['GBK text', Buffer.from('b5bcd3ce', 'hex'), 'a.txt', 'content-not-allowed'],
    ['UTF-16 text', Buffer.from('\ufeff导游', 'utf16le'), 'a.txt', 'content-not-allowed'],
    ['text with NUL', Buffer.from('a\0b'), 'a.txt', 'content-not-allowed'],
    [
      'text that ends in half a character',
      Buffer.from('导游').subarray(0, 5),
      'a.txt',
      'content-not-allowed',
    ],
    ['a script page', Buffer.from('<script>alert(1)</script>'), 'a.html', 'content-not-as-declared'],
    ['a drawing with script', Buffer.from('<svg onload="alert(1)"/>'), 'a.svg', 'content-not-as-declared'],
    ['an archive', zipOf({ name: 'a.jpg' }), 'a.zip', 'content-not-allowed', { found: 'application/zip' }],
    ['an archive called a document', zipOf({ name: 'a.jpg' }), 'a.docx', 'content-not-allowed'],
    ['an old Word file', oleOf(), 'a.doc', 'content-not-allowed', { found: 'application/x-cfb' }],
    ['a document with a password', oleOf('EncryptedPackage'), 'a.docx', 'content-encrypted'],
    [
      'a PDF called a picture',
      pdfOf(),
      'a.jpg',
      'content-not-as-declared',
      { found: 'application/pdf', endings: ['pdf'] },
    ],
    ['a picture called a program', jpegOf(), 'a.jpg.exe', 'content-not-as-declared'],
    [
      'a picture whose name ends before an invisible sign',
      jpegOf(),
      'a.jpg\u202egpj.scr',
      'content-not-as-declared',
    ],
    ['a picture and a PDF', Buffer.concat([jpegOf(), pdfOf()]), 'a.jpg', 'content-ambiguous'],
    [
      'a picture and an archive',
      Buffer.concat([pngOf(), zipOf({ name: 'a.class' })]),
      'a.png',
      'content-ambiguous',
    ],
    ['a PDF and an archive', Buffer.concat([pdfOf(), zipOf({ name: 'a' })]), 'a.pdf', 'content-ambiguous'],
    [
      'a picture that exhausts who opens it',
      pngOf(60_000, 60_000),
      'a.png',
      'image-too-large',
      { pixels: 3_600_000_000 },
    ],
    ['another one', jpegOf(60_000, 60_000), 'a.jpg', 'image-too-large'],
    ['the test virus', Buffer.from(EICAR), 'a.txt', 'content-harmful'],
    ['the test virus within a PDF', pdfOf(EICAR), 'a.pdf', 'content-harmful'],
  ])('%s', async (_, bytes, name, code, facts = {}) => {
    expect(await check(bytes, name)).toEqual(refused(code, facts));
  });

  it('a type that was declared and is not there', async () => {
    expect(await check(jpegOf(), 'a.jpg', 'image/png')).toEqual(refused('content-not-as-declared'));
    expect(await check(Buffer.from('text'), 'a.txt', 'text/html')).toEqual(
      refused('content-not-as-declared'),
    );
  });

  it('the test virus at any place, also across what is read at once', async () => {
    for (const before of [65_536 - 68, 65_536 - 30, 65_535, 65_536, 131_072 - 1]) {
      const bytes = Buffer.concat([Buffer.alloc(before, ' '), Buffer.from(EICAR), Buffer.alloc(9, ' ')]);
      expect(await check(bytes, 'a.txt')).toEqual(refused('content-harmful'));
    }
  });
});

describe('Office files', () => {
  const macroMain = 'application/vnd.ms-word.document.macroEnabled.main+xml';
  it.each<[string, Buffer]>([
    ['Visual Basic', docxOf([{ name: 'word/vbaProject.bin' }])],
    ['a content type that allows macros', docxOf([], macroMain)],
    ['a macro sheet', docxOf([{ name: 'xl/macrosheets/sheet1.xml' }])],
  ])('with %s are refused', async (_, bytes) => {
    expect(await check(bytes, 'a.docx')).toEqual(refused('content-has-macros'));
  });

  it.each<[string, Buffer, string]>([
    [
      'more than 2,000 parts',
      zipOf(...Array.from({ length: 2_001 }, (_, i) => ({ name: `${i}` }))),
      'too-many-entries',
    ],
    [
      'parts that claim 10 GB',
      docxOf([{ name: 'word/big.xml', claims: { unpacked: 4_000_000_000 } }]),
      'too-large-unpacked',
    ],
    [
      'a part that unpacks to more than it claims',
      docxOf([{ name: 'a', content: Buffer.alloc(1e6), claims: { unpacked: 10 } }]),
      'broken',
    ],
    [
      'a part that unpacks to less than it claims',
      docxOf([{ name: 'a', content: 'x', claims: { unpacked: 10 } }]),
      'broken',
    ],
    [
      'a part packed a thousandfold',
      docxOf([{ name: 'a', content: Buffer.alloc(30e6) }]),
      'packed-too-tightly',
    ],
    ['parts that share their bytes', docxOf([{ name: 'a', claims: { offset: 0 } }]), 'entries-overlap'],
    ['a part twice', docxOf([{ name: 'WORD/document.xml' }]), 'name-twice'],
    ['a path upwards', docxOf([{ name: '../../etc/passwd' }]), 'name-unsafe'],
    ['an absolute path', docxOf([{ name: '/etc/passwd' }]), 'name-unsafe'],
    ['a drive', docxOf([{ name: 'C:/windows' }]), 'name-unsafe'],
    ['a backslash', docxOf([{ name: 'a\\b' }]), 'name-unsafe'],
    ['a link', docxOf([{ name: 'a', content: '/etc/passwd', claims: { mode: 0o120777 } }]), 'not-a-file'],
    ['a packing that nobody knows', docxOf([{ name: 'a', claims: { method: 14 } }]), 'compression-unknown'],
    ['its end cut off', docxOf().subarray(0, -30), 'broken'],
    ['bytes behind its end', Buffer.concat([docxOf(), Buffer.from('x')]), 'broken'],
  ])('with %s are refused', async (_, bytes, reason) => {
    expect(await check(bytes, 'a.docx')).toEqual(refused('archive-unsafe', { reason }));
  });

  it('with an encrypted part are refused', async () => {
    const bytes = docxOf([{ name: 'a', content: 'x', claims: { flags: 1 } }]);
    expect(await check(bytes, 'a.docx')).toEqual(refused('content-encrypted'));
  });
});

describe('checking', () => {
  it('answers every file with a kind from the list or a reason, whatever was done to it', async () => {
    const sample = fc.constantFrom(...SAMPLES);
    const change = fc.oneof(
      fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) }),
      fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
      fc.record({
        kind: fc.constant('insert' as const),
        at: fc.nat(),
        bytes: fc.uint8Array({ maxLength: 40 }),
      }),
      fc.record({ kind: fc.constant('append' as const), of: sample }),
    );
    const kinds = new Set(FILE_KINDS.map(({ mediaType }) => mediaType));
    await fc.assert(
      fc.asyncProperty(sample, fc.array(change, { maxLength: 6 }), async ({ bytes, name }, changes) => {
        let mutated = Buffer.from(bytes);
        for (const one of changes) {
          const at = 'at' in one ? one.at % Math.max(1, mutated.length) : 0;
          if (one.kind === 'flip' && mutated.length > 0) mutated[at]! ^= one.by;
          if (one.kind === 'cut') mutated = mutated.subarray(0, at);
          if (one.kind === 'insert')
            mutated = Buffer.concat([mutated.subarray(0, at), one.bytes, mutated.subarray(at)]);
          if (one.kind === 'append') mutated = Buffer.concat([mutated, one.of.bytes]);
        }
        const answer = await check(mutated, name);
        if (isRefusal(answer)) expect(Object.keys(CONTENT_PROBLEMS)).toContain(answer.refused);
        else expect(kinds).toContain(answer.mediaType);
      }),
      { numRuns: Number(process.env.MUTATED_FILES ?? 1_500) },
    );
  });

  it('of random bytes never finds anything to take but text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 3_000 }), async (bytes) => {
        const answer = await check(Buffer.from(bytes));
        if (!isRefusal(answer) && answer.mediaType === 'text/plain')
          expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toContain('\0');
      }),
      { numRuns: 500 },
    );
  });

  it('holds no more than a part of the file at once', async () => {
    const large = new Bytes(Buffer.concat([jpegOf(), Buffer.alloc(3e6)]));
    expect(await checkContent(large, {})).toMatchObject({ mediaType: 'image/jpeg' });
    expect(large.largest).toBeLessThanOrEqual(65_557);
  });

  it('ends in time, whatever the file', async () => {
    const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
    for (const bytes of [
      Buffer.alloc(3e6, 'a'),
      docxOf(Array.from({ length: 50 }, (_, i) => ({ name: `${i}` }))),
    ]) {
      const answer = await checkContent(new Bytes(bytes, slow), {}, 100);
      expect(answer).toEqual(refused('content-check-too-long', { seconds: 0.1 }));
    }
  });

  it('a file that cannot be read is a fault, not a refusal', async () => {
    const broken = { size: 10, read: () => Promise.reject(new Error('the disk is gone')) };
    await expect(checkContent(broken, {})).rejects.toThrow('the disk is gone');
  });
});
