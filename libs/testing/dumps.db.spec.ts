import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { canaryPerson, dumpRedis, findCanaries, redisReason, testRedisUrl } from '#testing';

const url = testRedisUrl();

(url === undefined ? describe.skip : describe)(`dumpRedis (${redisReason()})`, () => {
  const person = canaryPerson();
  let redis: Redis;

  beforeAll(() => {
    redis = new Redis(url ?? '', { db: 9, maxRetriesPerRequest: 1 });
  });
  afterAll(async () => {
    await redis.unlink('canary-of-a-test', `of ${person.name}`);
    redis.disconnect();
  });

  const writers: Record<string, (key: string) => Promise<unknown>> = {
    string: (key) => redis.set(key, person.name),
    hash: (key) => redis.hset(key, 'name', person.name),
    'hash field': (key) => redis.hset(key, person.name, 1),
    list: (key) => redis.rpush(key, person.name),
    set: (key) => redis.sadd(key, person.name),
    'sorted set': (key) => redis.zadd(key, 1, person.name),
    stream: (key) => redis.xadd(key, '*', 'name', person.name),
    key: () => redis.set(`of ${person.name}`, 1),
  };

  it.each(Object.keys(writers))('sees a canary in a %s, in any numbered database', async (kind) => {
    await redis.unlink('canary-of-a-test');
    await writers[kind]?.('canary-of-a-test');
    const seen = findCanaries([person.name], await dumpRedis(url ?? ''));
    expect(seen).toContainEqual({ canary: person.name, where: 'redis db9', form: 'plain' });
  });
});
