import { setTimeout as sleep } from 'node:timers/promises';
import type { Nemesis } from '../nemesis.js';
import type { QueueClient } from '../queue/port.js';
import { RedisRunQueue } from '../queue/redis.js';

const DAY_MS = 86_400_000;
const DISTURBED = 200;

export function emptied({ stage }: Nemesis): Promise<void> {
  return stage.engines.queue.empty();
}

/** It answers nobody for a while, and then with all that it held. */
export async function stopped({ stage, chance }: Nemesis): Promise<void> {
  const { queue } = stage.engines;
  await queue.takeAway();
  await sleep(chance.between(1_000, 3_000));
  await queue.bringBack();
}

export async function killed({ stage, chance }: Nemesis): Promise<void> {
  const queue = redisOf(stage.engines.queue);
  await queue.kill();
  await sleep(chance.between(100, 1_000));
  await queue.bringBack();
}

/** Its machine is a new one: the file is gone too. */
export async function fileLost({ stage, chance }: Nemesis): Promise<void> {
  const queue = redisOf(stage.engines.queue);
  await queue.takeAway();
  queue.loseFile();
  await sleep(chance.between(500, 1_500));
  await queue.bringBack();
}

/** What was taken down since the copy is forgotten, and what was done since is to be done again. */
export async function oldCopy({ stage, chance }: Nemesis): Promise<void> {
  const { queue } = stage.engines;
  if (chance.is(0.5)) {
    await queue.keepCopy();
    await sleep(chance.between(1_000, 2_000));
  }
  await queue.putCopyBack();
}

/** What waits in the queue is promoted, put off by a day, forgotten or doubled, and calls for moments without timers are added. */
export async function disturbed({ stage, chance }: Nemesis): Promise<void> {
  await stage.engines.queue.asClient(async (client) => {
    for (const [index, job] of (await client.getDelayed(0, DISTURBED)).entries()) {
      if (job.name !== 'call' || String(job.id).startsWith('sentinel')) continue;
      const what = chance.between(0, 4);
      // It may have been taken out meanwhile by its rightful owners.
      if (what === 0) await job.promote().catch(() => undefined);
      if (what === 1) await job.changeDelay(DAY_MS).catch(() => undefined);
      if (what === 2) await job.remove().catch(() => undefined);
      if (what === 3)
        await twins(client, job.data as object, `twin_${Date.now()}_${index}`, chance.between(0, 2_000));
    }
  });
}

async function twins(client: QueueClient, data: object, id: string, delay: number): Promise<void> {
  const once = { removeOnComplete: true, removeOnFail: true, attempts: 1, delay };
  await client.add('call', data, { ...once, jobId: `${id}_a` });
  await client.add('call', data, { ...once, jobId: `${id}_b`, delay: 0 });
  await client.add('call', { ...data, moment: 10 }, { ...once, jobId: `${id}_c` });
}

function redisOf(queue: unknown): RedisRunQueue {
  if (queue instanceof RedisRunQueue) return queue;
  throw new Error('there is no Redis in this run');
}
