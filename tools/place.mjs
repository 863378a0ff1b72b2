/** Where things are. These files run on the Node of the machine, before anything is installed. */
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');
/** The Node that the project is pinned to; it comes with the packages. */
export const NODE = join(ROOT, 'node_modules', '.bin', 'node');
