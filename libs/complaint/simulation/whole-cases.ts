import { addMilliseconds, isRefusal, type Instant } from '#kernel';
import { Chance } from '#testing';
import type { ComplaintCommand } from '../domain/case/commands.js';
import type { Actor, Context } from '../domain/case/context.js';
import { contextAt, type Person } from '../domain/fixture/context.js';
import { DiligentOffice } from '../domain/fixture/diligent-office.js';
import { PlayedCase, type Step } from '../domain/fixture/playing.js';
import { commandOf, type Asked } from '../domain/fixture/random-journey.js';
import { lettersOf } from '../domain/handover/letters.js';

/** The office of these cases. */
export { OFFICE_ID } from '../domain/fixture/context.js';

/** One command of a case, as somebody gave it. */
export interface Given {
  readonly now: Instant;
  readonly actor: Actor;
  readonly command: ComplaintCommand;
  readonly context: Context;
}

/** Everything that was done in a case from its registration until it was put away. */
export type WholeCase = readonly Given[];

export const BEGINS: Instant = '2025-03-03T01:00:00.000Z';
const DAY_MS = 86_400_000;

/** Shorter ones were turned away soon: they see few of the phases. */
const LEAST_COMMANDS = 20;
/** Cases played for each that is kept. */
const MOST_TRIED = 50;

/** Plays cases on the rules alone, and keeps those that one office brought to the archive by a long way. */
export function wholeCases(wanted: number): readonly WholeCase[] {
  const found: WholeCase[] = [];
  for (let seed = 1; found.length < wanted; seed += 1) {
    if (seed > MOST_TRIED * wanted)
      throw new Error(`only ${found.length} of ${wanted} cases came to the archive`);
    const played = new NotedCase();
    const begins = addMilliseconds(BEGINS, (seed % 60) * DAY_MS);
    register(played, new Chance(seed), begins);
    const ended = new DiligentOffice(seed, contextAt).finishes(played, begins);
    if (ended && !played.goesElsewhere && played.given.length >= LEAST_COMMANDS) found.push(played.given);
  }
  return found;
}

/** A case that notes what brought it on. */
class NotedCase extends PlayedCase {
  readonly given: Given[] = [];
  goesElsewhere = false;

  override takes(asked: Asked, context: Context): Step {
    const step = super.takes(asked, context);
    const { now, command } = asked;
    const { events, after } = step;
    if (events.length > 0) this.given.push({ now, actor: context.actor, command, context });
    if (after.phase !== 'unregistered' && events.some((event) => lettersOf(after, event).length > 0)) {
      this.goesElsewhere = true;
    }
    return step;
  }
}

function register(played: NotedCase, chance: Chance, now: Instant): void {
  const by: Person = 'registrar';
  for (;;) {
    const dice = Array.from({ length: 6 }, () => chance.between(0, 9999));
    const command = commandOf('RegisterComplaint', undefined, { dice, hours: 0 }, now);
    if (!isRefusal(played.takes({ now, by, command }, contextAt(now, by)).answer)) return;
  }
}
