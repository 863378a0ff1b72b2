import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanName, endingOf } from './names.js';
import { FILE_KINDS } from './types.js';

const PDF = FILE_KINDS.find(({ mediaType }) => mediaType === 'application/pdf')!;

describe('cleanName', () => {
  it.each([
    ['旅游合同.pdf', '旅游合同.pdf'],
    ['Contract 2026 (final).PDF', 'Contract 2026 (final).pdf'],
    ['合同2026.11.3', '合同2026.11.3.pdf'],
    ['合同', '合同.pdf'],
    [undefined, '附件.pdf'],
    ['', '附件.pdf'],
    ['.pdf', '附件.pdf'],
    ['...', '附件.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\文件\\合同.pdf', '合同.pdf'],
    ['/tmp/x/', '附件.pdf'],
    ['合同\0.pdf', '合同.pdf'],
    ['合\r\n同.pdf', '合同.pdf'],
    ['fdp.\u202etext.pdf', 'fdp.text.pdf'],
    ['a\u200bb\ufeff.pdf', 'ab.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['com1.x.pdf', '_com1.x.pdf'],
    ['a<b>:"|?*.pdf', 'a_b______.pdf'],
    ['-rf ~.pdf', 'rf ~.pdf'],
    ['合同 .pdf', '合同.pdf'],
    ['阿不都·热合曼𠮷\ue000.pdf', '阿不都·热合曼𠮷\ue000.pdf'],
    ['e\u0301.pdf', '\u00e9.pdf'],
    ['\ud800x.pdf', '\ufffdx.pdf'],
    [`${'合'.repeat(300)}.pdf`, `${'合'.repeat(66)}.pdf`],
  ])('%j becomes %j', (name, cleaned) => expect(cleanName(name, PDF)).toBe(cleaned));

  it('gives a name that is harmless everywhere and stays what it is', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('..', '/', '\\', '.', 'CON', '\u202e', '\0', ' ', '~', '%00', '.pdf', '合同'),
    );
    const anyName = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(anyName, fc.constantFrom(...FILE_KINDS), (name, kind) => {
        const cleaned = cleanName(name, kind);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(Buffer.byteLength(cleaned)).toBeLessThanOrEqual(220);
        expect(cleaned).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}]|^[.\s-]|[.\s]$/u);
        expect(cleaned).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
        expect(cleaned).toMatch(/^.+\.[a-z0-9]{1,10}$/su);
        expect(cleanName(cleaned, kind)).toBe(cleaned);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('endingOf', () => {
  it.each([
    ['a.PDF', 'pdf'],
    ['a.jpg.exe', 'exe'],
    ['a', undefined],
    ['2026.11.3', undefined],
    ['a.', undefined],
    ['a.合同', undefined],
    ['a.exe\u200b', 'exe'],
    ['a.exe ', 'exe'],
  ])('of %j is %j', (name, ending) => expect(endingOf(name)).toBe(ending));
});
