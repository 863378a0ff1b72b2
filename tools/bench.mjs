/**
 * `npm run bench`: installs and builds what is missing, starts PostgreSQL (durable) and Redis for itself, and
 * prints how fast the parts are beside their yardsticks. Options: `npm run bench -- --help`.
 */
import { ensureRedis } from './install-redis.mjs';
import { ensureInstalled } from './install.mjs';
import { NODE } from './place.mjs';
import { runForeground, runStep } from './run.mjs';

ensureInstalled();
if (!runStep(NODE, ['tools/build.mjs'])) process.exit(1);
ensureRedis();
process.exit(await runForeground(NODE, ['dist/tools/bench/main.js', ...process.argv.slice(2)]));
