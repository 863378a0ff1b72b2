import type { Rulebook } from '#rulebook';
import type { PinnedRulebooks } from '../intake/facts.js';
import type { Context } from './context.js';

/** The rulebooks whose terms run in a case, each with clocks of its own: the office's, the law, the local rule. */
export function rulebooksOf(
  { internal, statutory, overlay }: PinnedRulebooks,
  context: Context,
): readonly Rulebook[] {
  const ids = overlay === undefined ? [internal, statutory] : [internal, statutory, overlay];
  return ids.map((id) => context.rulebook(id));
}
