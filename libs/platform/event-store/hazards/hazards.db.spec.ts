import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '#platform/postgres';
import { createTestDatabase, type TestDatabase } from '#testing';
import { violationsOf, type Reading, type WriterLine } from './history.js';
import { installMutation, MUTATIONS } from './mutations.js';
import { follow, startWriter } from './processes.js';

const PAGES = [10, 100, 1000];

interface Run {
  readonly said: readonly WriterLine[];
  readonly readings: readonly Reading[];
}

/** Writers in several processes, some of them killed, and readers that follow the head meanwhile. */
async function soak(
  url: string,
  processes: number,
  writersEach: number,
  ms: number,
  kills: number,
): Promise<Run> {
  const writers = Array.from({ length: processes }, () => startWriter(url, writersEach, ms));
  const done = (async () => {
    for (let kill = 0; kill < kills; kill += 1) {
      await sleep(ms / (kills + 1));
      writers[kill]?.child.kill('SIGKILL');
      writers.push(startWriter(url, writersEach, ms / (kills + 1)));
    }
    for (const writer of writers) await writer.ended;
  })();
  const readings = await Promise.all(PAGES.map((size) => follow(url, size, done)));
  return { said: writers.flatMap(({ lines }) => lines), readings };
}

describe('readers beside 16 writers in several processes', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
  });
  afterEach(() => database.drop());

  it('see every acknowledged event once, in order, without a gap', async () => {
    const { said, readings } = await soak(database.url, 4, 4, 3_000, 3);
    const acknowledged = said.filter(({ kind }) => kind === 'acknowledged');
    expect(said.filter(({ kind }) => kind === 'fault')).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(200);
    expect(violationsOf(said, readings)).toEqual([]);
  });

  it.each(Object.keys(MUTATIONS))('would be caught otherwise: %s', async (mutation) => {
    await installMutation(database.url, MUTATIONS[mutation]!);
    const { said, readings } = await soak(database.url, 4, 2, 1_200, 0);
    expect(said.some(({ kind }) => kind === 'acknowledged')).toBe(true);
    // Whether a reader comes by in the moment that counts is chance; the hole that it would fall into is there each time.
    expect(violationsOf(said, readings).join('\n')).toMatch(
      /acknowledged at .* and never seen|place .* came where .* was due/,
    );
  });

  it('the same run without a mutation is clean', async () => {
    const { said, readings } = await soak(database.url, 4, 2, 1_200, 0);
    expect(violationsOf(said, readings)).toEqual([]);
  });
});
