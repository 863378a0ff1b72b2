/**
 * Compiles everything into `dist/`, copies what tsc does not emit (SQL, templates), and removes output
 * whose source is gone, so that a deleted test cannot go on passing.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const ROOMS = ['apps', 'libs', 'test', 'tools'];
const COPIED = '**/*.{sql,html,txt}';

const compiled = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], {
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

for (const room of ROOMS) {
  for (const file of globSync(COPIED, { cwd: room })) {
    const target = join('dist', room, file);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(room, file), target);
  }
  for (const file of globSync('**/*.js', { cwd: join('dist', room) })) {
    const source = join(room, file.replace(/\.js$/, '.ts'));
    if (!existsSync(source)) {
      rmSync(join('dist', room, file));
      rmSync(join('dist', room, `${file}.map`), { force: true });
    }
  }
}
