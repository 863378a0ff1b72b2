import { checkTwice, type Add } from './findings.js';
import type { Rulebook } from './types.js';

/** Who says whose matter a complaint is, and that somebody can be found by what is said. */
export function checkJurisdiction({ kind, jurisdiction }: Rulebook, add: Add): void {
  if (jurisdiction === undefined) {
    if (kind === 'statutory') add('missing', '/jurisdiction');
    return;
  }
  if (kind === 'overlay') add('not-in-an-overlay', '/jurisdiction');
  if (jurisdiction.bases.value.length === 0) add('empty', '/jurisdiction/bases/value');
  for (const name of ['bases', 'urgent', 'superior'] as const)
    checkTwice(jurisdiction[name].value, `/jurisdiction/${name}/value`, add);
}
