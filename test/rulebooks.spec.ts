import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CLOCK_CODES,
  CONSEQUENCES,
  DEPOSIT_GROUNDS,
  EXTENSION_GRANTERS,
  FAILED_MEDIATION,
  LIMITATION_STARTS,
  loadRulebook,
  PAUSE_REASONS,
  REMEDIES,
  REVOCATION_GROUNDS,
  SHIPPED,
  START_FACTS,
  STOP_FACTS,
  TERM_PARTS,
  VERIFICATIONS,
} from '#rulebook';

const APPS = fileURLToPath(new URL('../apps/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tousu-rulebooks-'));
const file = join(folder, 'here.json');
const own = { ...SHIPPED.byId('OV-SHANDONG'), id: 'OV-HERE' };
const LINE = 13;

/** A local rule whose first term, on line 13, has a code that nobody knows. */
const bad = JSON.stringify(own, null, 2).replace('"code": "DL-ACCEPT"', '"code": "DL-NAP"');

function run(app: string, args: readonly string[] = [], env: object = {}) {
  return spawnSync(process.execPath, [join(APPS, app, 'main.js'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TOUSU_DATA: join(folder, 'data'), ...env },
  });
}

beforeAll(() => writeFileSync(file, bad));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an installation's own rulebooks", () => {
  it.each(['api', 'worker', 'projector', 'standalone'])(
    'a bad one stops the start of %s, with file, line and a plain sentence in both languages',
    (app) => {
      const { status, stderr } = run(app, [], { TOUSU_RULEBOOKS: folder });
      expect(status).toBe(1);
      expect(stderr).toContain(`${file}:${LINE}:7 /terms/0/code “DL-NAP”：没有这个取值`);
      expect(stderr).toContain(`${file}:${LINE}:7 /terms/0/code "DL-NAP": this value is not known`);
      expect(stderr).not.toMatch(/not foreseen|^ +at /m);
    },
    60_000,
  );

  it('tousu rulebooks check says the same before it is brought along', () => {
    const { status, stdout } = run('cli', ['--json', 'rulebooks', 'check', file]);
    expect(status).toBe(1);
    const { faults } = JSON.parse(stdout) as { faults: readonly object[] };
    expect(faults).toEqual([
      expect.objectContaining({
        ...{ file, line: LINE, column: 7, pointer: '/terms/0/code', found: 'DL-NAP' },
        words: expect.objectContaining({ en: expect.stringContaining('this value is not known') }),
      }),
    ]);
  }, 60_000);

  it('tousu rulebooks list names those of the product and a sound one of the folder', () => {
    writeFileSync(file, JSON.stringify(own));
    const { status, stdout } = run('cli', ['rulebooks', 'list'], { TOUSU_RULEBOOKS: folder });
    expect(status).toBe(0);
    for (const { id } of [...SHIPPED.all, own]) expect(stdout).toContain(id);
  }, 60_000);
});

describe('the page that tells how to add one', () => {
  const page = readFileSync(new URL('../../docs/how-to/add-a-rulebook.md', import.meta.url), 'utf8');

  it('shows a rulebook that is sound', () => {
    const [, example = ''] = /```json\n([^`]+)```/.exec(page) ?? [];
    expect(SHIPPED.with([loadRulebook(JSON.parse(example))]).knows('OV-HERE')).toBe(true);
  });

  it.each([
    ['codes', CLOCK_CODES],
    ['starts', START_FACTS],
    ['stops', STOP_FACTS.filter((fact) => !/document-served:D0[567]/.test(fact))],
    ['consequences', CONSEQUENCES],
    ['pauses', PAUSE_REASONS],
    ['granters', EXTENSION_GRANTERS],
    ['parts', TERM_PARTS],
    ['marks', VERIFICATIONS],
    ['starts of limitation', LIMITATION_STARTS],
    [
      'values of the procedure',
      [...FAILED_MEDIATION, ...REVOCATION_GROUNDS, ...DEPOSIT_GROUNDS, ...REMEDIES],
    ],
    ['provisions', Object.keys(SHIPPED.byId('RB-2026').procedure ?? {})],
  ])('names all %s', (_list, values) => {
    const named = new Set([...page.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name));
    const short = (value: string) => value.replace('document-served:D08', 'D08');
    expect(values.map(short).filter((value) => !named.has(value))).toEqual([]);
  });
});
