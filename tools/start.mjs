/** `npm start`: installs and builds what is missing, then runs everything in one process. */
import { ensureInstalled } from './install.mjs';
import { NODE } from './place.mjs';
import { runForeground, runStep } from './run.mjs';

ensureInstalled();
if (!runStep(NODE, ['tools/build.mjs'])) process.exit(1);
// A small nursery: the process stays near 160 MB instead of 300, and nothing here is short of processor time.
const main = ['--enable-source-maps', '--max-semi-space-size=8', 'dist/apps/standalone/main.js'];
process.exitCode = await runForeground(NODE, [...main, ...process.argv.slice(2)]);
