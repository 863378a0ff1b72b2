import { FAULTS } from './catalogue.js';
import type { Report } from './report.js';
import { runFaults, type RunOptions } from './run.js';

const CREW = { api: 1, worker: 1, projector: 1 };

/** A run with a bug planted in a real process, and how the checker ought to see it. */
interface Planted extends Pick<RunOptions, 'mutation' | 'enough'> {
  readonly fault: string;
  readonly what: string;
  readonly caught: (report: Report) => boolean;
}

const PLANTED: readonly Planted[] = [
  {
    what: 'answers before the events are durable: acknowledged commands are lost (I1)',
    mutation: { in: 'api', bug: 'acknowledges-early' },
    fault: 'api killed',
    enough: 3,
    caught: ({ lost }) => lost > 0,
  },
  {
    what: 'forgets the keys of the process before: one key has two effects (I4)',
    mutation: { in: 'api', bug: 'forgets-keys' },
    fault: 'api killed after append, before answer',
    enough: 2,
    caught: ({ doubled }) => doubled > 0,
  },
  {
    what: 'moves the checkpoint before the rows: what people read lacks what happened (I7)',
    mutation: { in: 'projector', bug: 'checkpoint-first' },
    fault: 'projector killed',
    enough: 2,
    caught: ({ violations }) => violations.some(({ invariant }) => invariant === 'I7'),
  },
];

/**
 * Whether a run would notice the bugs it is there for. A kill has to fall into a bug's short window, so a bug may
 * be missed by chance: each gets up to three runs with different seeds. Ends with 1 when one is never caught.
 */
for (const { what, fault, caught, ...options } of PLANTED) {
  let runs = 0;
  let seen = false;
  while (!seen && runs < 3) {
    runs += 1;
    const faults = FAULTS.filter(({ name }) => name === fault);
    const settings = { faultsMs: 60_000, clients: 3, patienceMs: 6_000, crew: CREW, faults };
    seen = caught(await runFaults({ seed: 10 + runs, ...settings, ...options }));
  }
  console.log(`${seen ? 'caught' : 'MISSED'}  after ${runs} run(s): ${what}`);
  if (!seen) process.exitCode = 1;
}
