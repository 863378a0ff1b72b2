/** `npm run walkthrough`: installs and builds what is missing, then plays one complaint and checks every step. */
import { ensureInstalled } from './install.mjs';
import { NODE } from './place.mjs';
import { runForeground, runStep } from './run.mjs';

ensureInstalled();
if (!runStep(NODE, ['tools/build.mjs'])) process.exit(1);
process.exitCode = await runForeground(NODE, ['dist/apps/standalone/walkthrough/main.js']);
