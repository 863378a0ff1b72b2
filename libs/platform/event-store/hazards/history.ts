import type { RecordedEvent } from '../port.js';

/** What a writer process says on its standard output, one JSON line each, written before it goes on. */
export type WriterLine =
  | { readonly kind: 'tried'; readonly ids: readonly string[] }
  | {
      readonly kind: 'acknowledged';
      readonly ids: readonly string[];
      readonly stream: string;
      readonly firstRevision: number;
      readonly position: string;
    }
  | { readonly kind: 'fault'; readonly message: string };

/** What one reader saw, in the order in which it saw it. */
export interface Reading {
  readonly reader: string;
  readonly events: readonly Pick<RecordedEvent, 'id' | 'stream' | 'revision' | 'position'>[];
  /** Why it stopped early, if it did. */
  readonly fault?: string;
}

/** At most so many violations are spelled out. */
const ENOUGH = 50;

/**
 * Compares what writers were told with what readers saw: every acknowledged event once, at its place, in
 * order, nothing that nobody wrote, no place left out. Answers the violations; empty when all is well.
 */
export function violationsOf(said: readonly WriterLine[], readings: readonly Reading[]): string[] {
  const found: string[] = [];
  const tried = new Set(said.flatMap((line) => (line.kind === 'tried' ? line.ids : [])));
  const acknowledged = said.filter((line) => line.kind === 'acknowledged');
  for (const { reader, events, fault } of readings) {
    const say = (text: string) => found.push(`${reader}: ${text}`);
    if (fault) say(`stopped: ${fault}`);
    const seen = new Map(events.map((event) => [`${event.stream} ${event.id}`, event]));
    if (seen.size < events.length) say(`${events.length - seen.size} events were seen more than once`);
    for (const { id } of events) if (!tried.has(id)) say(`nobody wrote ${id}`);
    for (const { ids, stream, firstRevision, position } of acknowledged) {
      for (const [index, id] of ids.entries()) {
        const event = seen.get(`${stream} ${id}`);
        if (!event) say(`acknowledged at ${position} and never seen: ${id}`);
        else if (event.revision !== firstRevision + index) say(`${id} has moved within ${stream}`);
        else if (index === ids.length - 1 && event.position !== position) say(`${id} has moved in the log`);
      }
    }
    inOrder(events, say);
  }
  return found.slice(0, ENOUGH);
}

function inOrder(events: Reading['events'], say: (text: string) => void): void {
  const revisions = new Map<string, number>();
  for (const [index, { position, stream, revision }] of events.entries()) {
    // The place is the number after the epoch; the log has no place without an event.
    const place = Number(position.slice(position.indexOf('.') + 1));
    if (place !== index + 1) say(`place ${place} came where ${index + 1} was due`);
    const due = (revisions.get(stream) ?? -1) + 1;
    if (revision !== due) say(`revision ${revision} of ${stream} came where ${due} was due`);
    revisions.set(stream, revision);
  }
}
