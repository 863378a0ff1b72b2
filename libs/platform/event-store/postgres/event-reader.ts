import type { Pool } from 'pg';
import { CorruptEvent, PositionBeyondLog } from '../errors.js';
import type { NewEvent, Page, Position, RecordedEvent } from '../port.js';
import { Epochs, type Epoch } from '../position.js';
import type { StoredEvent, StreamEnd } from '../verify.js';
import { StreamReads, type StreamAsked, type StreamRow } from './stream-reads.js';

/** With the stream, where it is not known from the question. */
type Row = readonly [...StreamRow, stream?: string];
/** With the place of the question among those asked together. */
type AskedRow = readonly [...StreamRow, place: number];
type StoredRow = readonly [
  last: string | null,
  tip: string | null,
  revision: string | null,
  id: string,
  body: string,
  chain: string,
];

const COLUMNS = `(select epoch from es.head), position, revision, encode(chain, 'hex'), body`;
const STREAM = `select ${COLUMNS} from es.events
  where stream_id = $1 and revision >= $2 order by revision limit $3`;
/** One look into the index for each of them; which plan keeps their rows in order is not to be relied on. */
const STREAMS = `select (select epoch from es.head), e.position, e.revision, encode(e.chain, 'hex'), e.body, asked.place::int
  from unnest($1::text[], $2::bigint[], $3::bigint[]) with ordinality asked (stream, first, most, place)
  cross join lateral (select position, revision, chain, body from es.events
    where stream_id = asked.stream and revision >= asked.first order by revision limit asked.most) e`;
const ALL = `select ${COLUMNS}, stream_id from es.events where position > $1 order by position limit $2`;
const CATEGORY = `select ${COLUMNS}, stream_id from es.events
  where category = $1 and position > $2 order by position limit $3`;
const HEAD = 'select epoch, position from es.head';
const EPOCHS = 'select epoch, first_position from es.epochs order by epoch';
const STORED = `select s.revision, encode(s.tip, 'hex'), e.revision, e.event_id, e.body, encode(e.chain, 'hex')
  from (select $1::text as name) asked
  left join es.streams s on s.stream_id = asked.name
  left join es.events e on e.stream_id = asked.name order by e.revision`;

/** Reads the log. Every read is one statement, so it sees one state of the log and nothing half written. */
export class EventReader {
  private epochs = new Epochs([]);
  private readonly streams = new StreamReads((asked) => this.together(asked));

  constructor(private readonly pool: Pool) {}

  async stream(stream: string, fromRevision: number, limit: number | null): Promise<RecordedEvent[]> {
    return this.recorded(await this.streams.read({ stream, fromRevision, limit }), stream);
  }

  async all(after: Position, limit: number): Promise<Page> {
    const place = await this.placeOf(after);
    return this.page(after, place, await this.rows<Row>('es-all', ALL, [place, limit]));
  }

  async category(category: string, after: Position, limit: number): Promise<Page> {
    const place = await this.placeOf(after);
    return this.page(after, place, await this.rows<Row>('es-category', CATEGORY, [category, place, limit]));
  }

  async head(): Promise<Position> {
    const [head] = await this.rows<[number, string]>('es-head', HEAD, []);
    const [epoch, place] = head ?? [0, '0'];
    return (await this.epochsAt(epoch)).name(Number(place));
  }

  /** The bytes of a stream as they are stored, and where the table of streams says it ends. */
  async stored(stream: string): Promise<{ readonly events: StoredEvent[]; readonly end?: StreamEnd }> {
    const rows = await this.rows<StoredRow>('es-stored', STORED, [stream]);
    const events = rows.flatMap(([, , revision, id, body, chain]) =>
      revision === null ? [] : [{ stream, revision: Number(revision), id, body, chain }],
    );
    const [last, tip] = rows[0] ?? [null, null];
    return last === null || tip === null
      ? { events }
      : { events, end: { revision: Number(last), chain: tip } };
  }

  /** What the log calls its places, up to that epoch at least. */
  async epochsAt(epoch: number): Promise<Epochs> {
    if (this.epochs.latest < epoch) {
      const rows = await this.rows<[number, string]>('es-epochs', EPOCHS, []);
      this.epochs = new Epochs(
        rows.map(([number, first]): Epoch => ({ epoch: number, firstPosition: +first })),
      );
    }
    return this.epochs;
  }

  private async together(asked: readonly StreamAsked[]): Promise<readonly (readonly StreamRow[])[]> {
    const [first] = asked;
    if (first && asked.length === 1) {
      return [await this.rows('es-stream', STREAM, [first.stream, first.fromRevision, first.limit])];
    }
    const rows = await this.rows<AskedRow>('es-streams', STREAMS, [
      asked.map(({ stream }) => stream),
      asked.map(({ fromRevision }) => fromRevision),
      asked.map(({ limit }) => limit),
    ]);
    const found = asked.map((): StreamRow[] => []);
    for (const [epoch, place, revision, chain, body, ordinal] of rows) {
      found[ordinal - 1]?.push([epoch, place, revision, chain, body]);
    }
    return found.map((one) => one.sort(([, , a], [, , b]) => Number(a) - Number(b)));
  }

  private async placeOf(position: Position): Promise<number> {
    try {
      return this.epochs.place(position);
    } catch (fault) {
      if (!(fault instanceof PositionBeyondLog) || fault.reason === 'malformed') throw fault;
      return (await this.epochsAt(this.epochs.latest + 1)).place(position);
    }
  }

  private async page(after: Position, place: number, rows: readonly Row[]): Promise<Page> {
    if (rows.length === 0) await this.requireInLog(after, place);
    const events = await this.recorded(rows);
    return { events, next: events.at(-1)?.position ?? after };
  }

  private async requireInLog(position: Position, place: number): Promise<void> {
    if (place === 0) return;
    const [row] = await this.rows<[number, string]>('es-head', HEAD, []);
    const [epoch, last] = row ?? [0, '0'];
    const epochs = await this.epochsAt(epoch);
    epochs.place(position);
    if (place > Number(last)) throw new PositionBeyondLog(position, 'beyond-head', epochs.name(Number(last)));
  }

  private async recorded(rows: readonly Row[], stream?: string): Promise<RecordedEvent[]> {
    const first = rows[0];
    if (!first) return [];
    const epochs = this.epochs.latest >= first[0] ? this.epochs : await this.epochsAt(first[0]);
    return rows.map((row) => recordedEvent(row, stream ?? row[5] ?? '', epochs));
  }

  private async rows<R extends readonly unknown[]>(
    name: string,
    text: string,
    values: unknown[],
  ): Promise<R[]> {
    const { rows } = await this.pool.query({ name, text, values, rowMode: 'array' });
    return rows as unknown as R[];
  }
}

function recordedEvent(row: Row, stream: string, epochs: Epochs): RecordedEvent {
  const [, place, revision, chain, body] = row;
  const { id, type, schemaVersion, data, meta } = parse(body, stream, +revision);
  return {
    id,
    type,
    schemaVersion,
    data,
    meta,
    stream,
    revision: +revision,
    position: epochs.name(+place),
    chain,
  };
}

function parse(body: string, stream: string, revision: number): NewEvent {
  try {
    const event = JSON.parse(body) as NewEvent | null;
    if (typeof event?.data === 'object' && typeof event.meta === 'object') return event;
  } catch (cause) {
    throw new CorruptEvent(stream, revision, { cause });
  }
  throw new CorruptEvent(stream, revision);
}
