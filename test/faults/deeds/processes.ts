import { setTimeout as sleep } from 'node:timers/promises';
import type { FailPoint } from '#platform/failpoint';
import { until, type Nemesis } from '../nemesis.js';
import type { Role } from '../processes/parts.js';
import { RELEASE } from '../processes/release.js';
import type { Program } from '../program.js';

/** Kills one process of that kind, or all of it at once. */
export function kill({ stage, chance }: Nemesis, role: Role): Promise<void> {
  const programs = stage.programs[role];
  if (chance.is(0.3)) for (const program of programs) program.kill();
  else chance.pick(programs).kill();
  return Promise.resolve();
}

/**
 * Has the processes of that kind come back with the fail point armed, since nobody knows which of them will lead,
 * and waits until one has run into it.
 */
export function killAt(failPoint: FailPoint, role: Role, most: number): (nemesis: Nemesis) => Promise<void> {
  return async (nemesis) => {
    const { stage, chance, patienceMs } = nemesis;
    const programs = stage.programs[role];
    for (const program of programs) program.kill(`${failPoint}:${chance.between(1, most)}`);
    await until(() => programs.every(isUp), patienceMs);
    const hit = await until(() => programs.some(({ waitsFor }) => waitsFor === undefined), patienceMs);
    if (!hit) nemesis.faults.push(`nobody came to ${failPoint}`);
    for (const program of programs) if (program.waitsFor !== undefined) program.kill();
  };
}

function isUp({ ready, waitsFor }: Program): boolean {
  return ready || waitsFor === undefined;
}

/** For longer than a lease lasts, so that another takes over and the first comes back as a ghost. */
export async function pause(
  { stage, chance }: Nemesis,
  role: Role,
  [shortestMs, longestMs]: readonly [number, number] = [3_200, 5_000],
): Promise<void> {
  const program = chance.pick(stage.programs[role]);
  program.pause();
  await sleep(chance.between(shortestMs, longestMs));
  program.resume();
}

/** Each process in turn is told to end, and the next only when the one after it serves: nothing may be noticed. */
export async function rollingRestart({ stage, patienceMs }: Nemesis): Promise<void> {
  for (const program of stage.all) {
    program.restart();
    await until(() => program.ready, patienceMs);
  }
}

/**
 * An update, process by process in any order, and back again: two releases with read models of their own work side by
 * side, and either goes while the other serves.
 */
export async function updateAndBack({ stage, chance, patienceMs }: Nemesis): Promise<void> {
  for (const release of ['1', '0']) {
    for (const program of chance.shuffled(stage.all)) {
      program.restart({ [RELEASE]: release });
      await until(() => program.ready, patienceMs);
    }
    await sleep(chance.between(1_500, 4_000));
  }
}
