/**
 * `npm run simulate`: installs and builds what is missing, then plays years of an office on simulated time and looks
 * whether everything held. Needs no server. Options: `npm run simulate -- --help`.
 */
import { ensureInstalled } from './install.mjs';
import { NODE } from './place.mjs';
import { runForeground, runStep } from './run.mjs';

ensureInstalled();
if (!runStep(NODE, ['tools/build.mjs'])) process.exit(1);
process.exit(await runForeground(NODE, ['dist/libs/complaint/simulation/main.js', ...process.argv.slice(2)]));
