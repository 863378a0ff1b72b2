import { performance } from 'node:perf_hooks';

/** Longest that what changed nothing stays out of a stored checkpoint once no more comes, in ms; and while it does. */
export const UNSAVED_MS = 40;
const UNSAVED_BUSY_MS = 250;

/**
 * Whether one who follows the log, and had nothing to do, now stores how far it has come.
 * @param savedAt when it did so last, by `performance.now()`
 * @param quiet nothing has come since it looked last
 */
export function isSaveDue(savedAt: number, quiet: boolean): boolean {
  return performance.now() - savedAt >= (quiet ? UNSAVED_MS : UNSAVED_BUSY_MS);
}
