/** `npm run check`: everything that CI looks at besides the tests. All steps run; the end names those that failed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { ENVIRONMENT, NODE, ROOT } from './place.mjs';
import { runStep } from './run.mjs';

ensureInstalled();
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const env = { ...ENVIRONMENT, npm_config_loglevel: 'error' };
const STEPS = [
  ['types', NODE, ['tools/build.mjs']],
  ['eslint', 'eslint', ['.', '--max-warnings', '0']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['dependencies', 'depcruise', ['apps', 'libs', 'test', '--config', '.dependency-cruiser.cjs']],
];
if (scripts['openapi:check']) STEPS.push(['openapi', 'npm', ['run', '--silent', 'openapi:check']]);

const failed = STEPS.filter(([name, program, args]) => {
  const since = performance.now();
  const well = runStep(program, args, { env });
  console.log(`${well ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
  return !well;
});
if (failed.length > 0) {
  console.log(`Failed: ${failed.map(([name]) => name).join(', ')}`);
  process.exit(1);
}
