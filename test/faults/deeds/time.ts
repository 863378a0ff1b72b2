import { setTimeout as sleep } from 'node:timers/promises';
import { until, type Nemesis } from '../nemesis.js';
import { astray } from '../wall-clock.js';

const DAY_MS = 86_400_000;
/** What a wall clock may say: days ahead, an hour behind, ten times as fast, half as fast, beyond a month's end. */
const ASTRAY = ['+30d', '-1h', '+0 x10', '-2d x0.5', '+700h', '-45 x3'];

/** The processes of one kind come back with wall clocks that jump, drift and differ, work so for a while, and are mended. */
export async function wallClocksAstray({ stage, chance, patienceMs }: Nemesis): Promise<void> {
  const roles = (['worker', 'worker', 'api', 'projector'] as const).filter(
    (role) => stage.programs[role].length > 0,
  );
  const programs = stage.programs[chance.pick(roles)];
  const serve = () => until(() => programs.every(({ ready }) => ready), patienceMs);
  for (const program of programs) program.killInto(astray(chance.pick(ASTRAY)));
  await serve();
  await sleep(chance.between(4_000, 8_000));
  for (const program of programs) program.killInto({});
  await serve();
}

/** Nobody is there to ring for three days of the office: all that fell due is waiting when they are back. */
export async function workersAway({ stage, chance }: Nemesis): Promise<void> {
  const { worker } = stage.programs;
  for (const program of worker) program.keepAway();
  await stage.engines.time.advance(3 * DAY_MS + chance.between(0, DAY_MS));
  await sleep(chance.between(500, 1_500));
  for (const program of worker) program.letBack();
  await until(() => worker.every(({ ready }) => ready), 30_000);
}

/** Others take over while those who led still believe they do. */
export async function leasesTaken({ stage }: Nemesis): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await stage.engines.pool.query(
      `update platform.leaders set beat_at = '-infinity', fence = nextval('platform.fences')`,
    );
    await sleep(700);
  }
}
