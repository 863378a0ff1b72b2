/**
 * `npm test`: installs and builds what is missing, runs the tests on servers that they start themselves, and
 * ends with the line `N passed, N failed`. Arguments go to Jest: `npm test -- calendar`.
 * With TOUSU_ALLOW_SKIPPED=no (as in CI) a skipped test is a failure.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureRedis } from './install-redis.mjs';
import { ensureInstalled } from './install.mjs';
import { NODE } from './place.mjs';
import { runForeground, runStep } from './run.mjs';

ensureInstalled();
if (!runStep(NODE, ['tools/build.mjs'])) end(1, { passed: 0, failed: 1, skipped: 0 });
ensureRedis();

const folder = mkdtempSync(join(tmpdir(), 'tousu-jest-'));
const outcome = join(folder, 'outcome.json');
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--json',
  `--outputFile=${outcome}`,
];
const code = await runForeground(NODE, [...jest, ...process.argv.slice(2)], {
  // Jest's report goes to its standard error; its JSON also comes on standard output, where nobody reads it.
  stdio: ['ignore', 'ignore', 'inherit'],
});
const counts = countOf(outcome);
rmSync(folder, { recursive: true, force: true });
const skippedCounts = process.env.TOUSU_ALLOW_SKIPPED === 'no' && counts.skipped > 0;
if (skippedCounts) console.log('Tests were skipped, and that is not allowed here.');
end(code !== 0 ? code : counts.failed > 0 || skippedCounts ? 1 : 0, counts);

/** A suite that could not run has no failed test, and yet has failed; so has a run without an outcome. */
function countOf(file) {
  let json;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const crashed = json.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: json.numPassedTests,
    failed: json.numFailedTests + crashed.length,
    skipped: json.numPendingTests + json.numTodoTests,
  };
}

function end(exitCode, { passed, failed, skipped }) {
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exit(exitCode);
}
