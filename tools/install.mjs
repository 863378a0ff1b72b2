/** Installs the packages when they are missing or are not those of the lock file. */
import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NODE, ROOT } from './place.mjs';
import { runStep } from './run.mjs';

/** Ends this process with a reason when the packages cannot be had. */
export function ensureInstalled() {
  if (isInstalled() && pinnedNodeRuns()) return;
  if (isLink(join(ROOT, 'node_modules'))) {
    fail('node_modules is a link, and what it points to is not what package-lock.json says. Install there.');
  }
  console.log('Installing packages (npm ci) …');
  // Under `npm start`, npm names itself and its Node; the one on the PATH is about to be replaced.
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  const args = ['ci', '--include=dev', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error'];
  if (!(npm ? runStep(node, [npm, ...args]) : runStep('npm', args))) {
    fail('The packages could not be installed (see above).');
  }
  if (!pinnedNodeRuns()) {
    fail(
      'The Node that the project is pinned to was not installed. Allow install scripts for the package ' +
        '"node" (npm config get ignore-scripts should say false), remove node_modules, and try again.',
    );
  }
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function pinnedNodeRuns() {
  return spawnSync(NODE, ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * npm writes what it has installed into `node_modules/.package-lock.json`, as its last act. It must name
 * what the lock file names; packages for other platforms may be missing.
 */
function isInstalled() {
  const wanted = packagesIn(join(ROOT, 'package-lock.json'));
  const present = packagesIn(join(ROOT, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  const complete = Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const installed = present[path];
    return installed === undefined ? optional === true : installed.version === version;
  });
  return complete && Object.keys(present).every((path) => path in wanted);
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
