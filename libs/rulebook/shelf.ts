import type { Day } from '#kernel';
import { RulebookError } from './errors.js';
import type { Rulebook } from './types.js';

/** The rulebooks by which an installation works: those of the product, and its own. */
export class Shelf {
  private readonly byIds: ReadonlyMap<string, Rulebook>;

  /**
   * @throws RulebookError rulebook-twice, two-laws-at-once
   */
  constructor(readonly all: readonly Rulebook[]) {
    this.byIds = new Map(all.map((rulebook) => [rulebook.id, rulebook]));
    all.forEach((rulebook, index) => {
      checkBeside(rulebook, all.slice(0, index));
    });
  }

  /**
   * This shelf with more rulebooks on it. One of a known id takes the place of the one that was there, if it is of the
   * same kind and a later version: so an office sets right what the product knows second-hand only.
   * @throws RulebookError version-not-later, kind-changed, rulebook-twice, two-laws-at-once
   */
  with(added: readonly Rulebook[]): Shelf {
    for (const rulebook of added) this.checkReplacing(rulebook);
    const replaced = new Set(added.map(({ id }) => id));
    return new Shelf([...this.all.filter(({ id }) => !replaced.has(id)), ...added]);
  }

  private checkReplacing({ id, kind, version }: Rulebook): void {
    const earlier = this.byIds.get(id);
    if (earlier === undefined) return;
    if (earlier.kind !== kind) throw new RulebookError('kind-changed', { id, kind, was: earlier.kind });
    if (earlier.version >= version)
      throw new RulebookError('version-not-later', { id, version, known: earlier.version });
  }

  knows(id: string): boolean {
    return this.byIds.has(id);
  }

  /** @throws RulebookError no-such-rulebook */
  byId(id: string): Rulebook {
    const found = this.byIds.get(id);
    if (found === undefined) throw new RulebookError('no-such-rulebook', { id });
    return found;
  }

  /**
   * The law that governs a complaint by the day it was received.
   * @throws RulebookError no-statutory-rulebook
   */
  statutoryFor(receivedOn: Day): Rulebook {
    const found = this.all.find(({ kind, ...book }) => kind === 'statutory' && inForce(book, receivedOn));
    if (found === undefined) throw new RulebookError('no-statutory-rulebook', { receivedOn });
    return found;
  }
}

type Validity = Pick<Rulebook, 'validFrom' | 'validTo'>;

/** Whether a rulebook is in force on the day; both its first and its last day count. */
export function inForce({ validFrom, validTo }: Validity, day: Day): boolean {
  return (validFrom ?? day) <= day && day <= (validTo ?? day);
}

function checkBeside(rulebook: Rulebook, others: readonly Rulebook[]): void {
  const { id, kind } = rulebook;
  if (others.some((other) => other.id === id)) throw new RulebookError('rulebook-twice', { id });
  const rival =
    kind === 'statutory' && others.find((other) => other.kind === kind && overlap(other, rulebook));
  if (rival) throw new RulebookError('two-laws-at-once', { id, other: rival.id });
}

function overlap(a: Validity, b: Validity): boolean {
  const startsBeforeEnd = (x: Validity, y: Validity) =>
    x.validFrom === null || y.validTo === null || x.validFrom <= y.validTo;
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}
