import { describe, expect, it } from '@jest/globals';
import {
  ANY,
  BACKWARDS,
  END,
  FORWARDS,
  jsonEvent,
  KurrentDBClient,
  NO_STREAM,
  streamNameFilter,
  WrongExpectedVersionError,
  type AppendResult,
  type EventData,
  type Position as LogPosition,
  type ResolvedEvent,
} from '@kurrent/kurrentdb-client';
import type { AppendRequest, EventStore, ExpectedRevision, NewEvent } from './port.js';

/**
 * The check of ADR 0006, held by the compiler: every operation of the port, said in the client's own types. A new
 * operation of the port does not compile before it stands here, nor does a client that has lost one.
 */
const ON_KURRENTDB = {
  append: (client, { stream, expected, events }: AppendRequest): Promise<AppendResult> =>
    client.appendToStream(stream, events.map(eventOf), { streamState: stateOf(expected) }),
  readStream: (client, stream: string, from: number, limit: number): AsyncIterable<ResolvedEvent> =>
    client.readStream(stream, { fromRevision: BigInt(from), maxCount: limit, direction: FORWARDS }),
  readAll: (client, after: LogPosition, limit: number): AsyncIterable<ResolvedEvent> =>
    client.readAll({ fromPosition: after, maxCount: limit + 1, direction: FORWARDS }),
  readCategory: (client, category: string, after: LogPosition, limit: number): AsyncIterable<ResolvedEvent> =>
    client.readAll({ fromPosition: after, maxCount: limit + 1, filter: inCategory(category) }),
  head: (client): AsyncIterable<ResolvedEvent> =>
    client.readAll({ fromPosition: END, maxCount: 1, direction: BACKWARDS }),
  start: (): LogPosition => ({ commit: 0n, prepare: 0n }),
  comparePositions: (_client, a: LogPosition, b: LogPosition): boolean =>
    a.commit < b.commit || (a.commit === b.commit && a.prepare < b.prepare),
  onAppended: (client, wake: () => void): { unsubscribe(): Promise<void> } =>
    client.subscribeToAll({ fromPosition: END }).on('data', wake),
} satisfies Record<keyof EventStore, (client: KurrentDBClient, ...given: never[]) => unknown>;

function eventOf({ id, type, data, meta, schemaVersion }: NewEvent): EventData {
  return jsonEvent({ id, type, data, metadata: { ...meta, schemaVersion } });
}

function stateOf(expected: ExpectedRevision): typeof ANY | typeof NO_STREAM | bigint {
  if (expected === 'any') return ANY;
  return expected === 'no-stream' ? NO_STREAM : BigInt(expected);
}

function inCategory(category: string) {
  return streamNameFilter({ prefixes: [`${category}-`] });
}

describe('the port of the event store on KurrentDB', () => {
  const client = KurrentDBClient.connectionString('kurrentdb://127.0.0.1:1?tls=false');

  it('has an operation of the client for each of its own', () => {
    for (const name of ['appendToStream', 'readStream', 'readAll', 'subscribeToAll'] as const) {
      expect(typeof client[name]).toBe('function');
    }
    expect(ON_KURRENTDB.start()).toEqual({ commit: 0n, prepare: 0n });
  });

  it('carries id, type, data, meta and the version of an event over unchanged', () => {
    const event: NewEvent = {
      id: '0b8f3a52-5f0e-5a44-9b7e-1c2d3e4f5a6b',
      type: 'ComplaintRegistered',
      schemaVersion: 1,
      data: { number: '云旅投诉〔2026〕1号' },
      meta: { commandId: 'c', actor: { id: 'registrar' } },
    };
    expect(eventOf(event)).toMatchObject({
      id: event.id,
      type: event.type,
      data: event.data,
      metadata: { ...event.meta, schemaVersion: 1 },
    });
  });

  it('names a revision as the client wants it, and reads the one that was found from its conflict', () => {
    expect(['any', 'no-stream', 7].map((one) => stateOf(one as ExpectedRevision))).toEqual([
      ANY,
      NO_STREAM,
      7n,
    ]);
    const conflict: Pick<WrongExpectedVersionError, 'actualState'> = { actualState: 8n };
    expect(Number(conflict.actualState)).toBe(8);
    expect(WrongExpectedVersionError.prototype).toBeInstanceOf(Error);
  });
});
