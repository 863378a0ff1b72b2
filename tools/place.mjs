/** Where things are. These files run on the Node of the machine, before anything is installed. */
import { delimiter, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');
/** The Node that the project is pinned to; it comes with the packages. */
export const NODE = join(ROOT, 'node_modules', '.bin', 'node');

/** The environment of what we run: `node` means the pinned one there too. */
export const ENVIRONMENT = {
  ...process.env,
  PATH: [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
};
