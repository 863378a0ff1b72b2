import { createHash } from 'node:crypto';
import { addMilliseconds } from '#kernel';
import { Chance } from '#testing';
import type { complaintDecider } from '../domain/case/decider.js';
import type { Clock } from '../domain/clocks/clock.js';
import { noFaults, type Faults } from './faults.js';
import { yearsOf } from './office.js';
import { playCase, type Played } from './one-case.js';

export interface SimulationOptions {
  readonly years: number;
  readonly cases: number;
  readonly seed: number;
  /** Only this one of them, counted from 0. */
  readonly only?: number;
  readonly decider?: typeof complaintDecider;
  /** Told after each case how many have been played. */
  readonly progress?: (played: number) => void;
}

/** What came of the years of an office. */
export interface Summary {
  readonly cases: number;
  readonly events: number;
  readonly commands: number;
  readonly refused: number;
  /** Cases that are put away, by how they ended last. */
  readonly ended: Readonly<Record<string, number>>;
  /** Cases that are still in hand when the years are over, by phase. */
  readonly inHand: Readonly<Record<string, number>>;
  readonly clocks: Readonly<Record<Clock['status'], number>>;
  readonly longest: { readonly number: number; readonly events: number };
  readonly faults: Faults;
  /** SHA-256 over every event with its time and its author, in the order of the cases. */
  readonly digest: string;
}

/**
 * Plays the cases of an office one after the other, in the order of their arrival, spread over the years. Nothing
 * of a case is kept when the next begins. The same options give the same summary.
 * @throws CaseFailed at the first case that breaks something
 */
export function simulate({ years, cases, seed, only, decider, progress }: SimulationOptions): Summary {
  const chance = new Chance(seed);
  const office = yearsOf(years, chance);
  const each = (Date.parse(office.ends) - Date.parse(office.begins)) / cases;
  const tally = new Tally();
  for (let number = 0; number < cases; number += 1) {
    const arrives = addMilliseconds(office.begins, Math.floor((number + chance.next()) * each));
    if (only !== undefined && number !== only) continue;
    tally.add(number, playCase({ seed, number, arrives, office, faults: tally.faults, decider }));
    progress?.(number + 1);
  }
  return tally.summary();
}

class Tally {
  readonly faults = noFaults();
  private readonly hash = createHash('sha256');
  private readonly sums = { cases: 0, events: 0, commands: 0, refused: 0 };
  private readonly ended: Record<string, number> = {};
  private readonly inHand: Record<string, number> = {};
  private readonly clocks: Record<Clock['status'], number> = {
    met: 0,
    'met-late': 0,
    missed: 0,
    cancelled: 0,
    running: 0,
    paused: 0,
  };
  private longest = { number: 0, events: 0 };

  add(number: number, { phase, ending, history, commands, refused, clocks }: Played): void {
    const { sums } = this;
    sums.cases += 1;
    sums.events += history.length;
    sums.commands += commands;
    sums.refused += refused;
    if (phase === 'archived') count(this.ended, ending ?? phase);
    else count(this.inHand, phase);
    for (const { status } of clocks) this.clocks[status] += 1;
    if (history.length > this.longest.events) this.longest = { number, events: history.length };
    for (const entry of history) this.hash.update(JSON.stringify(entry)).update('\n');
  }

  summary(): Summary {
    const { sums, ended, inHand, clocks, longest, faults } = this;
    return { ...sums, ended, inHand, clocks, longest, faults, digest: this.hash.digest('hex') };
  }
}

function count(of: Record<string, number>, name: string): void {
  of[name] = (of[name] ?? 0) + 1;
}
