/**
 * Compiles everything into `dist/`, copies what tsc does not emit (SQL, templates), and removes output
 * whose source is gone, so that a deleted test cannot go on passing. Does nothing when nothing has changed
 * since the last build; `--force` starts from nothing.
 */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './place.mjs';

process.chdir(ROOT);

const ROOMS = ['apps', 'libs', 'test', 'tools'];
const SOURCES = '**/*.{ts,json,sql,html,txt}';
const COPIED = '**/*.{sql,html,txt}';
const STAMP = 'dist/.stamp';

if (process.argv.includes('--force')) rmSync('dist', { recursive: true, force: true });
const fingerprint = fingerprintOfSources();
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== fingerprint) {
  rmSync(STAMP, { force: true });
  compile();
  for (const room of ROOMS) {
    copyFiles(room);
    removeOutputWithoutSource(room);
  }
  writeFileSync(STAMP, fingerprint);
}

/** Of the contents, not the times: a checkout touches files without changing them. */
function fingerprintOfSources() {
  const hash = createHash('sha256');
  const configuration = ['package.json', 'package-lock.json', 'tsconfig.json', 'tools/build.mjs'];
  const sources = ROOMS.flatMap((room) => globSync(SOURCES, { cwd: room }).map((file) => join(room, file)));
  for (const file of [...configuration, ...sources.sort()]) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function compile() {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'];
  const compiled = spawnSync(process.execPath, tsc, { stdio: 'inherit' });
  if (compiled.status !== 0) process.exit(compiled.status ?? 1);
}

function copyFiles(room) {
  for (const file of globSync(COPIED, { cwd: room })) {
    const target = join('dist', room, file);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(room, file), target);
  }
}

function removeOutputWithoutSource(room) {
  for (const file of globSync('**/*.js', { cwd: join('dist', room) })) {
    if (existsSync(join(room, file.replace(/\.js$/, '.ts')))) continue;
    rmSync(join('dist', room, file));
    rmSync(join('dist', room, `${file}.map`), { force: true });
  }
  for (const file of globSync('**/*.{json,sql,html,txt}', { cwd: join('dist', room) })) {
    if (!existsSync(join(room, file))) rmSync(join('dist', room, file));
  }
}
