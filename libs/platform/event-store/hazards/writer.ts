import { writeSync } from 'node:fs';
import { randomInt, randomUUID } from 'node:crypto';
import type { AppendRequest, NewEvent } from '../port.js';
import { PostgresEventStore } from '../postgres/postgres-event-store.js';
import { PartialDuplicate } from '../errors.js';
import type { WriterLine } from './history.js';

/** A process that appends until its time is over: `node writer.js <url> <writers> <ms>`. */
const [url = '', writers = '4', ms = '1000'] = process.argv.slice(2);
const HOT_STREAMS = 6;
const until = Date.now() + Number(ms);
const store = new PostgresEventStore(url, { applicationName: 'hazard writer', maxReaders: 2 });

function say(line: WriterLine): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

function event(): NewEvent {
  return { id: randomUUID(), type: 'hazard', schemaVersion: 1, data: { text: '投诉' }, meta: {} };
}

/** New streams, contended streams, revisions that are guessed, one to three events. */
function request(own: string, revision: number): AppendRequest {
  const events = Array.from({ length: randomInt(1, 4) }, event);
  switch (randomInt(0, 5)) {
    case 0:
      return { stream: `case-${randomUUID()}`, expected: 'no-stream', events };
    case 1:
      return { stream: `hot-${randomInt(0, HOT_STREAMS)}`, expected: 'any', events };
    case 2:
      return { stream: `hot-${randomInt(0, HOT_STREAMS)}`, expected: randomInt(0, 20), events };
    default:
      return { stream: own, expected: revision < 0 ? 'no-stream' : revision, events };
  }
}

async function append(wanted: AppendRequest): Promise<number | undefined> {
  const ids = wanted.events.map(({ id }) => id);
  say({ kind: 'tried', ids });
  const answer = await store.append(wanted);
  if (answer.outcome === 'conflict') return undefined;
  const { firstRevision, position } = answer;
  say({ kind: 'acknowledged', ids, stream: wanted.stream, firstRevision, position });
  return answer.revision;
}

async function write(): Promise<void> {
  const own = `own-${randomUUID()}`;
  let revision = -1;
  while (Date.now() < until) {
    const wanted = request(own, revision);
    try {
      const reached = await append(wanted);
      if (wanted.stream === own) revision = reached ?? revision;
      // Now and then the same again, and a mixture that must be refused.
      if (reached !== undefined && randomInt(0, 5) === 0) await append(wanted);
      if (reached !== undefined && randomInt(0, 10) === 0) {
        await append({ ...wanted, events: [event(), ...wanted.events] });
      }
    } catch (fault) {
      if (!(fault instanceof PartialDuplicate)) say({ kind: 'fault', message: String(fault) });
    }
  }
}

await Promise.all(Array.from({ length: Number(writers) }, write));
await store.close();
