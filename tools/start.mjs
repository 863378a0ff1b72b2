/** `npm start`: installs and builds what is missing, then runs everything in one process. */
import { ensureInstalled } from './install.mjs';
import { NODE } from './place.mjs';
import { runForeground, runStep } from './run.mjs';

ensureInstalled();
if (!runStep(NODE, ['tools/build.mjs'])) process.exit(1);
const main = ['--enable-source-maps', 'dist/apps/standalone/main.js'];
process.exitCode = await runForeground(NODE, [...main, ...process.argv.slice(2)]);
