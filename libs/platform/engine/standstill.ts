import { setTimeout as sleep } from 'node:timers/promises';
import { MOST_COUNTED, type Behind } from '#platform/event-store';

/** No reader of the log rests for longer than half a second. */
const LOOKS_APART_MS = 750;

/**
 * Readers of the log that have more to read and do not: they have not moved for so long (in ms), nor between two looks. One
 * that has only just got something to read has not stood still. In words, with how far it is behind and since when.
 */
export async function standingStill(
  look: () => Promise<readonly Behind[]>,
  limitMs: number,
): Promise<readonly string[]> {
  const suspected = (await look()).filter(({ movedAgoMs }) => movedAgoMs > limitMs);
  if (suspected.length === 0) return [];
  await sleep(LOOKS_APART_MS);
  const before = new Map(suspected.map(({ name, position }) => [name, position]));
  return (await look()).filter(({ name, position }) => before.get(name) === position).map(inWords);
}

function inWords({ name, events, movedAgoMs }: Behind): string {
  const many = events < MOST_COUNTED ? String(events) : `${String(MOST_COUNTED)} or more`;
  return `${name} (${many} event${events === 1 ? '' : 's'} behind, last moved ${String(Math.round(movedAgoMs / 1000))} s ago)`;
}
