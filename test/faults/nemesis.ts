import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FailPoint } from '#platform/failpoint';
import type { Role } from './processes/parts.js';
import type { Program } from './program.js';
import type { Chance } from '#testing';
import { recovered, whyNotRecovered } from './recovery.js';
import type { System } from './system.js';

/** A fault that was injected. */
export interface Injected {
  readonly kind: string;
  /** Since the run began, in ms. */
  readonly at: number;
  /** From the fault, its own length included, until all was well; undefined when that did not come. */
  recoveryMs?: number;
}

type Deed = (nemesis: Nemesis) => Promise<void>;

/** Every fault there is. One line adds one. */
const FAULTS: Readonly<Record<string, Deed>> = {
  'api killed': (nemesis) => nemesis.kill('api'),
  'worker killed': (nemesis) => nemesis.kill('worker'),
  'projector killed': (nemesis) => nemesis.kill('projector'),
  'api killed after append, before answer': (nemesis) => nemesis.killAt('after-append', 'api', 12),
  'api killed after number, before what it numbers': (nemesis) => nemesis.killAt('after-number', 'api', 2),
  'worker killed after append, before answer': (nemesis) => nemesis.killAt('after-append', 'worker', 3),
  'worker killed after firing, before job done': (nemesis) => nemesis.killAt('after-firing', 'worker', 3),
  'projector killed with a page on its way': (nemesis) => nemesis.killAt('page-sent', 'projector', 5),
  'projector killed with a page stored': (nemesis) => nemesis.killAt('page-stored', 'projector', 5),
  'api paused': (nemesis) => nemesis.pause('api'),
  'worker paused': (nemesis) => nemesis.pause('worker'),
  'projector paused': (nemesis) => nemesis.pause('projector'),
  'Redis emptied': (nemesis) => nemesis.system.engines.emptyRedis(),
  'Redis stopped': (nemesis) => nemesis.stopRedis(),
  'PostgreSQL killed': async (nemesis) => nemesis.system.engines.killPostgres(),
};

export type FaultName = string;
export const FAULT_NAMES: readonly FaultName[] = Object.keys(FAULTS);

export interface NemesisOptions {
  readonly system: System;
  readonly chance: Chance;
  /** Which faults; each once, in an order of chance, and then again. */
  readonly faults: readonly FaultName[];
  /** After so many it is enough; as long as `stopping` says no when left out. */
  readonly enough?: number;
  readonly stopping: () => boolean;
  /** Longest that anything may take to be well again, in ms. */
  readonly patienceMs: number;
  readonly say: (words: string) => void;
}

/** Injects one fault after the other while the clients go on, and waits each time until all is well. */
export class Nemesis {
  readonly injected: Injected[] = [];
  readonly faults: string[] = [];
  private readonly began = performance.now();

  constructor(private readonly options: NemesisOptions) {}

  get system(): System {
    return this.options.system;
  }

  async run(): Promise<void> {
    const { chance, faults, enough = Number.POSITIVE_INFINITY, stopping } = this.options;
    let deck: string[] = [];
    while (!stopping() && this.injected.length < enough) {
      if (deck.length === 0) deck = chance.shuffled(faults);
      const name = deck.pop() ?? '';
      await this.inject(name);
      await sleep(chance.between(50, 500));
    }
  }

  /** Kills one process of that kind, or all of it at once. */
  async kill(role: Role): Promise<void> {
    const programs = this.system.programs[role];
    if (this.options.chance.is(0.3)) for (const program of programs) program.kill();
    else this.options.chance.pick(programs).kill();
  }

  /**
   * Has the processes of that kind come back with the fail point armed, since nobody knows which of them will lead,
   * and waits until one has run into it.
   */
  async killAt(failPoint: FailPoint, role: Role, most: number): Promise<void> {
    const { chance, patienceMs } = this.options;
    const programs = this.system.programs[role];
    for (const program of programs) program.kill(`${failPoint}:${chance.between(1, most)}`);
    await until(() => programs.every(isUp), patienceMs);
    const hit = await until(() => programs.some(({ waitsFor }) => waitsFor === undefined), patienceMs);
    if (!hit) this.faults.push(`nobody came to ${failPoint}`);
    for (const program of programs) if (program.waitsFor !== undefined) program.kill();
  }

  /** For longer than a lease lasts, so that another takes over and the first comes back as a ghost. */
  async pause(role: Role): Promise<void> {
    const { chance } = this.options;
    const program = chance.pick(this.system.programs[role]);
    program.pause();
    await sleep(chance.between(3_200, 5_000));
    program.resume();
  }

  async stopRedis(): Promise<void> {
    await this.system.engines.stopRedis();
    await sleep(this.options.chance.between(1_000, 3_000));
    await this.system.engines.startRedis();
  }

  private async inject(kind: string): Promise<void> {
    const { system, patienceMs, say } = this.options;
    const since = performance.now();
    const injected: Injected = { kind, at: since - this.began };
    this.injected.push(injected);
    await FAULTS[kind]?.(this);
    if ((await recovered(system, patienceMs)) === undefined) {
      this.faults.push(`not well ${patienceMs} ms after "${kind}": ${whyNotRecovered(system)}`);
    } else injected.recoveryMs = performance.now() - since;
    say(`${seconds(injected.at)}  ${kind}: well after ${seconds(injected.recoveryMs)}`);
  }
}

function isUp({ ready, waitsFor }: Program): boolean {
  return ready || waitsFor === undefined;
}

async function until(condition: () => boolean, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!condition()) {
    if (performance.now() > end) return false;
    await sleep(20);
  }
  return true;
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? 'never' : `${(ms / 1000).toFixed(1)} s`;
}
