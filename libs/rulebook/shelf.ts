import type { Day } from '#kernel';
import { RulebookError } from './errors.js';
import { loadRulebook } from './load.js';
import manual from './data/RB-MANUAL.json' with { type: 'json' };
import measures2010 from './data/RB-2010.json' with { type: 'json' };
import measures2026 from './data/RB-2026.json' with { type: 'json' };
import type { Rulebook } from './types.js';

const SHELF: readonly Rulebook[] = [manual, measures2010, measures2026].map(loadRulebook);

/** Every rulebook shipped with the product. */
export function allRulebooks(): readonly Rulebook[] {
  return SHELF;
}

/** @throws RulebookError no-such-rulebook */
export function rulebookById(id: string): Rulebook {
  const found = SHELF.find((rulebook) => rulebook.id === id);
  if (found === undefined) throw new RulebookError('no-such-rulebook', { id });
  return found;
}

/**
 * The law that governs a complaint by the day it was received: RB-2010 up to 2026-03-14, RB-2026 after.
 * @throws RulebookError no-statutory-rulebook before 2010-07-01
 */
export function statutoryRulebookFor(receivedOn: Day): Rulebook {
  const found = SHELF.find((rulebook) => rulebook.kind === 'statutory' && inForce(rulebook, receivedOn));
  if (found === undefined) throw new RulebookError('no-statutory-rulebook', { receivedOn });
  return found;
}

/** Whether the rulebook is in force on the day; both its first and its last day count. */
export function inForce(rulebook: Rulebook, day: Day): boolean {
  return (rulebook.validFrom ?? day) <= day && day <= (rulebook.validTo ?? day);
}
