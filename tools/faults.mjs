/** `npm run faults`: a long run with faults; see docs/adr/0017. */
import { ensureInstalled } from './install.mjs';
import { ensureFaketime } from './install-faketime.mjs';
import { ensureRedis } from './install-redis.mjs';
import { NODE } from './place.mjs';
import { runForeground, runStep } from './run.mjs';

ensureInstalled();
if (!runStep(NODE, ['tools/build.mjs'])) process.exit(1);
if (!ensureRedis()) process.exit(1);
ensureFaketime();
process.exitCode = await runForeground(NODE, ['dist/test/faults/main.js', ...process.argv.slice(2)]);
