/** One process of the timers alone: `node timers-part.js worker 1`, `node timers-part.js projector 2`. Begins when told. */
import { createInterface } from 'node:readline';
import { armFailPoint } from '#platform/failpoint';
import { PostgresEventStore } from '#platform/event-store';
import { createLog, endSignal, given } from '#platform/lifecycle';
import { createAppPool } from '#platform/postgres';
import { ProjectionRunner, ReadModels, type ProjectedEvent } from '#platform/projections';
import { BullWakeUpQueue, postgresBackend, redisBackend } from '#platform/queue';
import { Firing, TimerDispatcher, timersProjection, TimerTable, TimerWorker } from '#platform/timers';
import { guardEventLoop, Heartbeats } from '#platform/watch';
import { TimerPulses, watchTimers } from '../../../apps/worker/watched.js';
import { QUEUE } from '../queue/port.js';
import { CLOCKS, ring } from '../timers/business.js';
import { ofRelease } from './release.js';

const [, , role = '', number = ''] = process.argv;
const { env } = process;
const url = env['DATABASE_URL'] ?? '';
/** A run has less time than an office. */
const STANDSTILL_MS = 12_000;
const upcast = (event: ProjectedEvent): ProjectedEvent => event;

armFailPoint(await toldToBegin(), true);
const signal = endSignal();
const log = createLog(env, role);
const applicationName = `tousu ${role} ${number}`;
const pool = createAppPool(url, { applicationName });
const store = new PostgresEventStore(url, { applicationName });
const projections = ofRelease([timersProjection(CLOCKS)], env);
const models = new ReadModels({ pool, store, projections });
const onError = (error: unknown) => log.error({ err: String(error) }, 'fault');

function projector(): () => Promise<void> {
  const runner = new ProjectionRunner({
    ...{ pool, store, projections, upcast },
    onError: (_, error) => onError(error),
  });
  runner.start();
  return () => runner.stop();
}

async function worker(): Promise<() => Promise<void>> {
  const heartbeats = new Heartbeats(pool);
  const redis = env['REDIS_URL'];
  const queue = await BullWakeUpQueue.open({
    backend: redis ? redisBackend({ url: redis }) : postgresBackend({ url }),
    name: QUEUE,
    canaryEveryMs: 3_000,
    canaryTimeoutMs: 5_000,
    onCanary: () => heartbeats.beat('queue'),
    onError,
  });
  const table = new TimerTable(pool, models);
  const firing = new Firing({ pool, fire: (timer, now) => ring(store, timer, now), onError });
  const pulses = new TimerPulses();
  const dispatcher = new TimerDispatcher({
    ...{ pool, store, models, table, firing, queue, upcast, onError },
    timers: CLOCKS,
    evaluation: true,
    onStep: (loop) => pulses[loop].beat(),
    onRest: () => pulses.sweep.rest(),
    onSwept: () => heartbeats.note('sweep'),
  });
  new TimerWorker(queue, table, firing).start();
  dispatcher.start();
  watchTimers(pulses, queue, firing, STANDSTILL_MS).start((why) => {
    log.fatal({ err: why.message }, 'this process ends, to be started again');
    process.exit(1);
  });
  guardEventLoop(role, STANDSTILL_MS / 1_000);
  process.on('SIGUSR2', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120_000));
  return async () => {
    await dispatcher.stop();
    await queue.close();
  };
}

/** Waits, loaded and ready to begin, for the line that says so: the fail point to arm, or none. */
async function toldToBegin(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  // Nobody is there who could say it.
  process.exit(0);
}

try {
  const stop = role === 'worker' ? await worker() : projector();
  process.stdout.write('ready\n');
  await given(signal);
  await stop();
  await Promise.allSettled([store.close(), pool.end()]);
  process.exit(0);
} catch (error) {
  log.fatal({ err: String(error) }, 'did not start');
  process.exit(1);
}
