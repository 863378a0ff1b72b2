import { Pulse, STANDSTILL_MS, Watch } from '#platform/watch';

/** The steps of each read model's reading of the log, by its name. */
export type ReadModelPulses = ReadonlyMap<string, Pulse>;

export function readModelPulses(projections: readonly { readonly name: string }[]): ReadModelPulses {
  return new Map(projections.map(({ name }) => [name, new Pulse()]));
}

/** Every read model that this process keeps, with how it is noticed that it has stopped without a word. */
export class ReadModelWatch extends Watch {
  constructor(pulses: ReadModelPulses, limitMs = STANDSTILL_MS) {
    super();
    for (const [name, { mark }] of pulses) this.add({ name: `the read model ${name}`, limitMs, mark });
  }
}
