import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { IsEmail, IsOptional, IsString, ValidateNested, validateSync } from 'class-validator';
import fc from 'fast-check';
import type { ProblemError } from '../problems/errors.js';
import { fitting, SampleDto } from '../testing/sample.js';
import { checked, checkOf } from './check.js';
import { type DtoClass, Nested } from './decorators.js';
import { codePoints, isInstantText, isPhone, isText, isWebAddress } from './formats.js';
import { jsonSchemaOf } from './schema-of.js';

const byAjv = (dto: DtoClass, value: unknown): boolean => checkOf(dto)(value);
const byClassValidator = (dto: DtoClass, value: object): boolean =>
  validateSync(plainToInstance(dto, value), {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  }).length === 0;

const CURIOS: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -0,
    -1,
    1,
    1.5,
    9,
    10,
    1e13,
    1e13 + 1,
    '',
    ' ',
    '　',
    'phone',
    'PHONE',
    'true',
    '1',
  ],
  ...[
    [],
    {},
    [[]],
    [{}],
    [null],
    ['phone', 'phone'],
    ['phone', 'visit'],
    ['phone', 'visit', 'letter'],
    { name: '' },
  ],
  ...[{ name: 'a', more: 1 }, { name: 'a' }, { what: '团费', fen: 1 }, [{ what: '团费', fen: 1 }]],
  ...['2026-02-29', '2028-02-29', '2026-13-01', '2026-4-3', '0000-01-01', '2026-04-03T24:00:00Z'],
  ...['2026-04-03T23:59:60Z', '2026-04-03T09:00:00', '2026-04-03T09:00:00.123456789-23:59'],
  ...['9999-12-31T23:59:59-01:00', '2026-04-03 09:00:00Z', '2026-04-03T09:00:00+24:00'],
  ...[
    '中',
    '𠀀'.repeat(20),
    '𠀀'.repeat(21),
    'a\nb',
    'a\rb',
    'a\u202eb',
    '\ud800',
    'x'.repeat(50),
    'x'.repeat(51),
    'e\u0301',
  ],
  ...['+86 138-0013-8000', '010-65132266转801', '12301', '12', '4008123123', '１３８００１３８０００'],
  ...['https://www.gov.cn/a', 'http://x', 'HTTP://a.cn', `https://a.cn/${'x'.repeat(40)}`, 'ftp://a.cn'],
  ...['3F0C9A41-5B52-4B0E-9B0E-5A3F6F0C9A41', '3f0c9a41-5b52-4b0e-9b0e-5a3f6f0c9a42'],
];
const strange = fc.oneof(
  fc.constantFrom(...CURIOS),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.double(),
  fc.integer(),
);

type Step = readonly [path: readonly (string | number)[], value: unknown];
const PATHS: readonly (readonly (string | number)[])[] = [
  ...[
    'day',
    'at',
    'channel',
    'office',
    'contact',
    'items',
    'people',
    'urgent',
    'also',
    'source',
    'unknown',
  ].map((name) => [name]),
  ...['name', 'phone', 'other'].map((name) => ['contact', name]),
  ...[0, 1, 3].map((at) => ['items', at]),
  ...['what', 'fen', 'more'].map((name) => ['items', 0, name]),
];
const paths = fc.constantFrom(...PATHS);
const steps: fc.Arbitrary<Step[]> = fc.array(fc.tuple(paths, fc.oneof(strange, fc.constant(undefined))), {
  maxLength: 3,
});

function mutated(changes: readonly Step[]): object {
  const value = structuredClone(fitting()) as unknown as Record<string, unknown>;
  for (const [path, to] of changes) {
    let at: unknown = value;
    for (const key of path.slice(0, -1)) at = (at as Record<string, unknown> | null)?.[key];
    const last = path.at(-1)!;
    if (typeof at !== 'object' || at === null) continue;
    if (to === undefined) delete (at as Record<string, unknown>)[last];
    else (at as Record<string, unknown>)[last] = to;
  }
  return JSON.parse(JSON.stringify(value)) as object;
}

describe('DTOs: declared once', () => {
  it('are judged alike with every odd value in every place, one at a time', () => {
    const verdicts = PATHS.flatMap((path) => [undefined, ...CURIOS].map((to) => mutated([[path, to]]))).map(
      (value) => [value, byAjv(SampleDto, value), byClassValidator(SampleDto, value)] as const,
    );
    expect(verdicts.filter(([, compiled, declared]) => compiled !== declared)).toEqual([]);
    const accepted = verdicts.filter(([, compiled]) => compiled).length;
    expect([accepted > 50, accepted < verdicts.length / 2]).toEqual([true, true]);
  });

  it('are accepted and refused alike by class-validator and by the compiled schema', () => {
    let accepted = 0;
    fc.assert(
      fc.property(steps, (changes) => {
        const value = mutated(changes);
        const verdict = byAjv(SampleDto, value);
        if (verdict) accepted++;
        expect({ value, verdict }).toEqual({ value, verdict: byClassValidator(SampleDto, value) });
      }),
      { numRuns: 3_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('stop the start when a decorator has no exact schema', () => {
    class Mail {
      @IsEmail()
      mail: string;
    }
    class Optional {
      @IsOptional()
      @IsString()
      text?: string;
    }
    class Bare {
      @ValidateNested()
      mail: Mail;
    }
    class Endless {
      @Nested(() => Endless)
      again: unknown;
    }
    class Untyped {
      @ValidateNested({ each: true })
      list: unknown;
    }
    expect(() => jsonSchemaOf(Mail)).toThrow('Mail.mail: @isEmail');
    expect(() => jsonSchemaOf(Optional)).toThrow('use @MayBeMissing');
    expect(() => jsonSchemaOf(Bare)).toThrow('use @Nested or @ListOf');
    expect(() => jsonSchemaOf(Endless)).toThrow('contains itself');
    expect(() => jsonSchemaOf(Untyped)).toThrow('use @Nested or @ListOf');
    expect(() => jsonSchemaOf(class Empty {})).toThrow('declares nothing');
  });

  it('name each wrong field by JSON pointer, in both languages', () => {
    const value = {
      ...fitting(),
      day: '2026-02-30',
      people: 0,
      more: 1,
      items: [{ what: ' ', fen: 1.5 }],
      contact: {},
    };
    try {
      checked(SampleDto, value, 'body');
      throw new Error('was accepted');
    } catch (error) {
      const errors = (error as ProblemError).occurrence.errors ?? [];
      const shown = Object.fromEntries(errors.map((one) => [one.pointer, one.code]));
      expect(shown).toEqual({
        '/day': 'not-a-day',
        '/people': 'too-small',
        '/more': 'unknown-field',
        '/items/0/what': 'too-short',
        '/items/0/fen': 'wrong-type',
        '/contact/name': 'missing',
      });
      expect(errors.find((one) => one.pointer === '/people')?.messages).toEqual({
        zh: '不得小于 1',
        en: 'must not be less than 1',
      });
    }
  });

  it('list at most 20 errors', () => {
    const value = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`k${at}`, 1]));
    try {
      checked(SampleDto, value, 'body');
      throw new Error('was accepted');
    } catch (error) {
      const { errors, facts } = (error as ProblemError).occurrence;
      expect(errors).toHaveLength(20);
      expect(facts?.count).toBeGreaterThanOrEqual(500);
    }
  });

  it('formats: instants, texts and telephone numbers', () => {
    expect(isInstantText('2026-04-03T09:00:00+08:00')).toBe(true);
    expect(isInstantText('2026-04-31T09:00:00+08:00')).toBe(false);
    expect(isInstantText('2026-04-03T09:00:60Z')).toBe(false);
    expect(isInstantText('9999-12-31T23:59:59-00:01')).toBe(false);
    expect([isText('张三\n李四\t王五'), isText('张三\u0085'), isText(' 张三'), isText('张三\u2028')]).toEqual(
      [true, false, false, false],
    );
    expect(codePoints('𠀀👍a')).toBe(3);
    for (const phone of [
      '13800138000',
      '+8613800138000',
      '010-65132266',
      '0086 10 6513 2266',
      '95555',
      '400-812-3123',
      '010-65132266转801',
    ]) {
      expect(isPhone(phone)).toBe(true);
    }
    for (const not of ['', '1234', '1'.repeat(20), '138 0013  8000', 'abc', "138';--", '13800138000 '])
      expect(isPhone(not)).toBe(false);
  });

  it('telephone numbers of any length are judged in no time', () => {
    const started = performance.now();
    for (let at = 0; at < 200; at++) isPhone(`${'1 '.repeat(50_000)}!`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('web addresses', () => {
  it('are of a host with a name, without white space, user or password', () => {
    for (const address of ['https://www.gov.cn/zhengce/2026/9.htm', 'http://a.cn:8080/?q=放假']) {
      expect([address, isWebAddress(address)]).toEqual([address, true]);
    }
    const others = [
      'javascript:alert(1)',
      'https://',
      'https://localhost/',
      'https://a:b@c.cn/',
      'https://a .cn',
    ];
    for (const not of others) expect([not, isWebAddress(not)]).toEqual([not, false]);
  });
});

describe('checking cost', () => {
  it('the compiled schema costs a fraction of class-validator', () => {
    const value = fitting();
    const cost = (runs: number, check: () => void): number => {
      const started = performance.now();
      for (let at = 0; at < runs; at++) check();
      return ((performance.now() - started) / runs) * 1_000;
    };
    const rounds = Array.from({ length: 9 }, () => ({
      ajv: cost(3_000, () => byAjv(SampleDto, value)),
      classValidator: cost(500, () => byClassValidator(SampleDto, value)),
    }));
    // The best round of each: other programs on the machine only ever add.
    const ajv = Math.min(...rounds.map((round) => round.ajv));
    const classValidator = Math.min(...rounds.map((round) => round.classValidator));
    process.stdout.write(
      `checking one request: compiled ${ajv.toFixed(1)} µs, class-validator ${classValidator.toFixed(1)} µs\n`,
    );
    expect(ajv * 3).toBeLessThan(classValidator);
  });
});
