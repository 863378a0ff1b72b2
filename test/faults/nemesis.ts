import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '#testing';
import type { QueueKind } from './queue/port.js';
import { recovered, whyNotRecovered } from './recovery.js';
import type { Stage } from './stage.js';

/** A fault that can be injected. */
export interface Fault {
  readonly name: string;
  /** Its numbers in the fault model. */
  readonly model: readonly string[];
  readonly deed: (nemesis: Nemesis) => Promise<void>;
  /** Only with the queue there. */
  readonly queue?: QueueKind;
  /** So long after all is well again, in ms, a timer may still be late of it: its call is lost, and a sweep has to find it. */
  readonly lingersMs?: number;
  /** It takes long to get over, so it comes in one round of so many. */
  readonly everyRounds?: number;
}

/** A fault that was injected. */
export interface Injected {
  readonly kind: string;
  /** Its numbers in the fault model. */
  readonly model: readonly string[];
  /** Since the run began, in ms. */
  readonly at: number;
  /** The same in real time, ms since 1970. */
  readonly began: number;
  /** So long after that, in ms, a timer may still be late of it. */
  readonly lingersMs: number;
  /** From the fault, its own length included, until all was well; undefined when that did not come. */
  recoveryMs?: number;
}

export interface NemesisOptions {
  readonly stage: Stage;
  readonly chance: Chance;
  /** Which faults; each once, in an order of chance, and then again. Those that take long come in some rounds only. */
  readonly faults: readonly Fault[];
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

  get stage(): Stage {
    return this.options.stage;
  }

  get chance(): Chance {
    return this.options.chance;
  }

  get patienceMs(): number {
    return this.options.patienceMs;
  }

  async run(): Promise<void> {
    const { chance, faults, enough = Number.POSITIVE_INFINITY, stopping } = this.options;
    let deck: Fault[] = [];
    while (!stopping() && this.injected.length < enough) {
      if (deck.length === 0)
        deck = chance.shuffled(faults).filter(({ everyRounds = 1 }) => chance.is(1 / everyRounds));
      const fault = deck.pop();
      if (fault !== undefined) await this.inject(fault);
      await sleep(chance.between(50, 500));
    }
  }

  private async inject({ name, model, lingersMs = 0, deed }: Fault): Promise<void> {
    const { stage, patienceMs, say } = this.options;
    const since = performance.now();
    const injected: Injected = { kind: name, model, at: since - this.began, began: Date.now(), lingersMs };
    this.injected.push(injected);
    await deed(this);
    if ((await recovered(stage, patienceMs)) === undefined) {
      this.faults.push(`not well ${patienceMs} ms after "${name}": ${whyNotRecovered(stage)}`);
    } else injected.recoveryMs = performance.now() - since;
    say(`${seconds(injected.at)}  ${name}: well after ${seconds(injected.recoveryMs)}`);
  }
}

/** Waits until it holds; false when it did not in time. */
export async function until(condition: () => boolean, limitMs: number): Promise<boolean> {
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
