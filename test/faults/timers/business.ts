import { v5 as uuidv5 } from 'uuid';
import type { EventStore, NewEvent } from '#platform/event-store';
import type { ProjectedEvent } from '#platform/projections';
import type { DueTimer, TimerChange, TimersDeclaration } from '#platform/timers';

/** What happens to the clocks of these runs; nothing else happens in them. */
export type ClockEvent =
  | { readonly type: 'ClockSet'; readonly revision: number; readonly at: string }
  | { readonly type: 'ClockMet' }
  | { readonly type: 'ClockRanOut'; readonly revision: number };

const NAMESPACE = '0d3c5a44-7a39-4b8e-8f3c-6a0a53f0c7a1';

/** The smallest business that has timers: a clock is set, set anew, met, or runs out. One stream a clock. */
export const CLOCKS: TimersDeclaration = {
  version: 1,
  categories: ['clock'],
  timersOf: ({ type, stream, data }: ProjectedEvent): readonly TimerChange[] => {
    const revision = Number(data['revision']);
    if (type === 'ClockSet')
      return [{ op: 'set', clock: stream, kind: 'clock', revision, fireAt: String(data['at']) }];
    if (type === 'ClockMet') return [{ op: 'end', clock: stream, kind: 'clock', end: 'cancelled' }];
    return [{ op: 'end', clock: stream, kind: 'clock', end: 'fired', revision }];
  },
};

/** As it is stored. The same clock, event and revision have the same id: an append whose answer was lost can be repeated. */
export function stored(stream: string, { type, ...data }: ClockEvent, recordedAt: string): NewEvent {
  const id = uuidv5(`${stream}/${JSON.stringify({ type, ...data })}`, NAMESPACE);
  return { id, type, schemaVersion: 1, data, meta: { recordedAt } };
}

/** The command for a clock that has run out: it does so once, if it has neither been met nor set anew. */
export async function runOut(
  store: EventStore,
  { stream, revision, fireAt }: DueTimer,
  now: string,
): Promise<'done' | 'retry'> {
  if (now < fireAt) throw new Error(`${stream} was fired early`);
  const history = await store.readStream(stream);
  const last = history.at(-1);
  if (last?.type !== 'ClockSet' || last.data['revision'] !== revision) return 'done';
  const events = [stored(stream, { type: 'ClockRanOut', revision }, now)];
  const { outcome } = await store.append({ stream, expected: history.length - 1, events });
  return outcome === 'conflict' ? 'retry' : 'done';
}
