import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '#platform/event-store';
import type { Chance } from '#testing';
import { stored, type ClockEvent } from './business.js';

export interface People {
  readonly store: EventStore;
  readonly chance: Chance;
  /** The office's time, in ms; rejects while the database is away. */
  readonly officeTime: () => Promise<number>;
  readonly stopping: () => boolean;
}

/** How far ahead clocks are set, in ms of real time: some are due before anybody can have noticed them. */
const AHEAD_MS = { least: -500, most: 15_000 };
/** How long before they run out they warn, in ms: some at once, some in the same moment, some long ago. */
const WARNED_MS = { least: 0, most: 6_000 };
const HERD = 40;

/** Sets clocks without end: mostly a few, now and then a herd due at one moment; some are set anew, some are met. */
export async function setClocks(people: People): Promise<void> {
  const { chance, stopping } = people;
  const lives: Promise<void>[] = [];
  while (!stopping()) {
    const herd = chance.is(0.03);
    const aheadMs = chance.between(AHEAD_MS.least, AHEAD_MS.most);
    const count = herd ? HERD : chance.between(1, 3);
    for (let n = 0; n < count; n += 1) {
      lives.push(live(people, herd ? aheadMs : chance.between(AHEAD_MS.least, AHEAD_MS.most)));
    }
    await sleep(chance.between(100, 500));
  }
  await Promise.all(lives);
}

/** One clock. Whoever sets or meets it may be too late: then it has run out, and that is that. */
async function live(people: People, aheadMs: number): Promise<void> {
  const { chance } = people;
  const stream = `clock-${randomUUID()}`;
  const [anew, met] = [chance.is(0.2), chance.is(0.2)];
  const [whenAnew, whenMet, aheadAnewMs] = [
    chance.between(0, 6_000),
    chance.between(0, 6_000),
    chance.between(AHEAD_MS.least, AHEAD_MS.most),
  ];
  const warnMs = chance.between(WARNED_MS.least, WARNED_MS.most);
  const set = (revision: number, ms: number) => async (): Promise<ClockEvent> => {
    const at = (await people.officeTime()) + ms;
    return { type: 'ClockSet', revision, at: instant(at), warnAt: instant(at - warnMs) };
  };
  let length = await happen(people, stream, -1, set(0, aheadMs));
  if (anew) {
    await sleep(whenAnew);
    length = await happen(people, stream, length, set(1, aheadAnewMs));
  }
  if (met) {
    await sleep(whenMet);
    await happen(people, stream, length, () => Promise.resolve({ type: 'ClockMet' }));
  }
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}

/** Asks until it is known whether it happened; the same event each time. Answers the revision that it saw last. */
async function happen(
  { store, officeTime }: People,
  stream: string,
  expected: number,
  what: () => Promise<ClockEvent>,
): Promise<number> {
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await work();
      } catch {
        await sleep(150);
      }
    }
  };
  const event = await patiently(async () => stored(stream, await what(), instant(await officeTime())));
  const outcome = await patiently(() =>
    store.append({ stream, expected: expected < 0 ? 'no-stream' : expected, events: [event] }),
  );
  return outcome.outcome === 'conflict' ? expected : outcome.revision;
}
