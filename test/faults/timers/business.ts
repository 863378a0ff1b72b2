import { v5 as uuidv5 } from 'uuid';
import type { EventStore, NewEvent } from '#platform/event-store';
import type { ProjectedEvent } from '#platform/projections';
import type { DueTimer, TimerChange, TimersDeclaration } from '#platform/timers';

/** What happens to the clocks of these runs; nothing else happens in them. */
export type ClockEvent =
  | { readonly type: 'ClockSet'; readonly revision: number; readonly at: string; readonly warnAt: string }
  | { readonly type: 'ClockMet' }
  | { readonly type: 'ClockWarned'; readonly revision: number }
  | { readonly type: 'ClockRanOut'; readonly revision: number };

const NAMESPACE = '0d3c5a44-7a39-4b8e-8f3c-6a0a53f0c7a1';

/** The smallest business that has timers: a clock is set, set anew, met, warns, or runs out. One stream a clock. */
export const CLOCKS: TimersDeclaration = {
  version: 1,
  categories: ['clock'],
  timersOf: ({ type, stream, data }: ProjectedEvent): readonly TimerChange[] => {
    const revision = Number(data['revision']);
    const [due, warning] = [
      { clock: stream, kind: 'due' },
      { clock: stream, kind: 'warning' },
    ] as const;
    switch (type) {
      case 'ClockSet':
        return [
          { op: 'set', ...warning, revision, fireAt: String(data['warnAt']) },
          { op: 'set', ...due, revision, fireAt: String(data['at']) },
        ];
      case 'ClockWarned':
        return [{ op: 'end', ...warning, end: 'fired', revision }];
      case 'ClockMet':
        return [
          { op: 'end', ...warning, end: 'cancelled' },
          { op: 'end', ...due, end: 'cancelled' },
        ];
      default:
        return [
          { op: 'end', ...warning, end: 'superseded' },
          { op: 'end', ...due, end: 'fired', revision },
        ];
    }
  },
};

/** As it is stored. The same clock, event and revision have the same id: an append whose answer was lost can be repeated. */
export function stored(stream: string, { type, ...data }: ClockEvent, recordedAt: string): NewEvent {
  const id = uuidv5(`${stream}/${JSON.stringify({ type, ...data })}`, NAMESPACE);
  return { id, type, schemaVersion: 1, data, meta: { recordedAt } };
}

/** The command for a timer whose time has come: the clock warns or runs out once, if it has neither been met nor set anew. */
export async function ring(
  store: EventStore,
  { stream, kind, revision, fireAt }: DueTimer,
  now: string,
): Promise<'done' | 'retry'> {
  if (now < fireAt) throw new Error(`${stream} was fired early`);
  const history = await store.readStream(stream);
  const set = history.findLastIndex(({ type }) => type === 'ClockSet');
  const warns = kind === 'warning';
  const over = history.slice(set + 1).some(({ type }) => warns || type !== 'ClockWarned');
  if (over || history[set]?.data['revision'] !== revision) return 'done';
  const events = [stored(stream, { type: warns ? 'ClockWarned' : 'ClockRanOut', revision }, now)];
  const { outcome } = await store.append({ stream, expected: history.length - 1, events });
  return outcome === 'conflict' ? 'retry' : 'done';
}
