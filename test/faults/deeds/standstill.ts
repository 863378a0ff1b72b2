import { setTimeout as sleep } from 'node:timers/promises';
import { until, type Nemesis } from '../nemesis.js';
import type { Program } from '../program.js';

/** Longest until a process that has silently stopped must have noticed, and have been replaced. */
const NOTICED_MS = 45_000;

/**
 * The server's ends of a worker's connections are stopped (SIGSTOP): the worker waits for answers that never come, as
 * on a network that swallows packets. It must notice by itself and make room for a fresh one.
 */
export async function connectionsStill(nemesis: Nemesis): Promise<void> {
  const { stage, chance } = nemesis;
  const program = chance.pick(stage.programs.worker);
  const stopped = new Set<number>();
  const replaced = endOf(program);
  try {
    for (const end = Date.now() + NOTICED_MS; Date.now() < end && !replaced.happened; await sleep(200)) {
      const { rows } = await stage.engines.pool.query<{ pid: number }>(
        'select pid from pg_stat_activity where application_name = $1',
        [`tousu ${program.name}`],
      );
      for (const { pid } of rows) if (signal(pid, 'SIGSTOP')) stopped.add(pid);
    }
  } finally {
    for (const pid of stopped) signal(pid, 'SIGCONT');
  }
  if (!replaced.happened) nemesis.faults.push(`${program.name} stood still, and nobody noticed`);
}

/** It runs in circles, and none of its timers can ring. */
export async function blocked(nemesis: Nemesis): Promise<void> {
  const { stage, chance } = nemesis;
  const program = chance.pick(stage.programs.worker);
  const replaced = endOf(program);
  program.block();
  if (!(await until(() => replaced.happened, NOTICED_MS)))
    nemesis.faults.push(`the event loop of ${program.name} was blocked, and nobody noticed`);
}

function endOf(program: Program): { readonly happened: boolean } {
  const before = program.starts;
  return {
    get happened() {
      return program.starts > before;
    },
  };
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
