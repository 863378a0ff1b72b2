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
// The nursery that docker/Dockerfile gives every process.
const main = ['--max-semi-space-size=64', 'dist/tools/bench/main.js'];
process.exit(await runForeground(NODE, [...main, ...process.argv.slice(2)]));
