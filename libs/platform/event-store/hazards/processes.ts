import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresEventStore } from '../postgres/postgres-event-store.js';
import type { Reading, WriterLine } from './history.js';

const WRITER = fileURLToPath(new URL('./writer.js', import.meta.url));
const SETTLE_MS = 8_000;

/** A writer process and what it said up to now. */
export interface WriterProcess {
  readonly child: ChildProcess;
  readonly lines: WriterLine[];
  readonly ended: Promise<void>;
}

/** Starts a process with so many writers that append for so long. */
export function startWriter(url: string, writers: number, ms: number): WriterProcess {
  const child = spawn(process.execPath, [WRITER, url, `${writers}`, `${ms}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: WriterLine[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) lines.push(JSON.parse(part) as WriterLine);
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return { child, lines, ended };
}

/**
 * Follows the head in pages of that size until the writers are done, and then to the end of the log; at the
 * end it is given time, so that an event that becomes visible late is seen if it can be seen at all.
 */
export async function follow(url: string, size: number, writersDone: Promise<unknown>): Promise<Reading> {
  const store = new PostgresEventStore(url, { applicationName: `hazard reader ${size}`, maxReaders: 2 });
  const events: Reading['events'][number][] = [];
  let done = false;
  void writersDone.then(() => (done = true));
  let after = store.start;
  const deadline = { at: Infinity };
  try {
    for (;;) {
      const last = done;
      if (last && deadline.at === Infinity) deadline.at = Date.now() + SETTLE_MS;
      const page = await store.readAll(after, size);
      for (const { id, stream, revision, position } of page.events)
        events.push({ id, stream, revision, position });
      after = page.next;
      if (page.events.length === 0 && last) return { reader: `pages of ${size}`, events };
      if (Date.now() > deadline.at) throw new Error('the reader does not reach the end of the log');
      if (page.events.length === 0) await sleep(1);
    }
  } catch (error) {
    return { reader: `pages of ${size}`, events, fault: String(error) };
  } finally {
    await store.close();
  }
}
