/** Installs libfaketime, with which fault runs set the wall clocks of processes wrong, where that is possible. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { canInstall, installPackage } from './apt.mjs';

/** Without it a run says that it goes without wall clocks astray. */
export function ensureFaketime() {
  if (!hasFaketime() && canInstall()) installPackage('libfaketime', hasFaketime);
}

function hasFaketime() {
  return ['/usr/lib', ...foldersIn('/usr/lib')].some((folder) =>
    foldersIn(folder).includes(join(folder, 'faketime')),
  );
}

function foldersIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
}
