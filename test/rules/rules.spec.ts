import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The planted violations lie in a small tree of their own, laid out like the real one. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const CRUISER = 'dependency-cruiser/bin/dependency-cruiser.mjs';
const LINTER = 'eslint/bin/eslint.js';
const PLANTED = join(ROOT, 'test/rules/violations');
const { forbidden } = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string; comment: string }[];
};

/** Runs a checker as `npm run check` does, but over the planted tree. */
function check(program: string, ...args: string[]): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: PLANTED,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 120_000,
  });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`${program} gave no answer: ${stderr}`);
  }
}

describe('the dependency rule', () => {
  /** Names of the rules that fired, by the file they fired at. */
  const fired = new Map<string, string[]>();

  beforeAll(() => {
    const config = join(ROOT, '.dependency-cruiser.cjs');
    const report = check(CRUISER, 'apps', 'libs', '--config', config, '--output-type', 'json') as {
      summary: { violations: { from: string; rule: { name: string }; cycle?: { name: string }[] }[] };
    };
    for (const { from, rule, cycle } of report.summary.violations) {
      // A cycle has no first file: it is told by whichever member the checker met first.
      const file = cycle?.map(({ name }) => name).find((name) => name.includes(rule.name)) ?? from;
      fired.set(file, [...(fired.get(file) ?? []), rule.name]);
    }
  }, 120_000);

  it.each(forbidden)('$name fires at its planted violation, and no other rule does', ({ name }) => {
    const planted = [...fired].filter(([file]) => basename(file, '.ts') === name);
    expect(planted.map(([, rules]) => rules)).toEqual([[name]]);
  });

  it('fires nowhere else: what is allowed passes', () => {
    expect(fired.size).toBe(forbidden.length);
  });

  it('gives each rule a name of its own and a reason', () => {
    expect(new Set(forbidden.map(({ name }) => name)).size).toBe(forbidden.length);
    for (const { comment } of forbidden) expect(comment.length).toBeGreaterThan(30);
  });
});

describe('the purity rule', () => {
  const found = new Map<string, { ruleId: string; message: string }[]>();

  beforeAll(() => {
    const config = join(ROOT, 'eslint.config.mjs');
    const report = check(LINTER, '--config', config, '--format', 'json', '.') as {
      filePath: string;
      messages: { ruleId: string; message: string }[];
    }[];
    for (const { filePath, messages } of report) found.set(basename(filePath, '.ts'), messages);
  }, 120_000);

  it.each([
    ['clock-date', 'no-restricted-syntax'],
    ['clock-date-call', 'no-restricted-syntax'],
    ['clock-date-now', 'no-restricted-properties'],
    ['clock-performance', 'no-restricted-globals'],
    ['clock-timeout', 'no-restricted-globals'],
    ['clock-interval', 'no-restricted-globals'],
    ['chance-math', 'no-restricted-properties'],
    ['chance-crypto', 'no-restricted-globals'],
    ['world-process', 'no-restricted-globals'],
    ['world-fetch', 'no-restricted-globals'],
    ['world-console', 'no-restricted-globals'],
  ])('refuses %s in domain code, by %s alone', (file, rule) => {
    const reason = { clock: /has no clock/, chance: /has no chance/, world: /does not reach outside/ };
    const messages = found.get(file) ?? [];
    expect(messages.map(({ ruleId }) => ruleId)).toEqual([rule]);
    expect(messages[0]?.message).toMatch(reason[file.split('-')[0] as keyof typeof reason]);
  });

  it('lets pure code count with given instants, and specs use what they need', () => {
    expect(found.get('allowed')).toEqual([]);
    expect(found.get('allowed.spec')).toEqual([]);
  });
});
