import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { migrate } from '#platform/postgres';
import { BareStore, createBareStore, type BareEvent } from './bare-store.js';
import { closedLoop, DEFAULT_INTERLEAVE, interleave, type BenchRow, type Sample } from './measure.js';
import { withScratchDatabase } from './scratch.js';

const CLIENTS = [
  { clients: 1, goal: 0.6 },
  { clients: 16, goal: 0.7 },
  { clients: 64, goal: 0.9 },
] as const;
const STREAM_LENGTH = 8;
/** As many connections as the API's own pool has. */
const POOL = 10;

interface Server {
  readonly base: string;
  readonly access: readonly string[];
  stop(): void;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * A command over HTTP (sign-in checked, 8 events loaded, decided, appended, answered with what can be done now)
 * against the same two statements without HTTP, one transaction each.
 */
export function benchHttp(adminUrl: string, options = DEFAULT_INTERLEAVE): Promise<readonly BenchRow[]> {
  return withScratchDatabase(adminUrl, async (url) => {
    await migrate(url);
    await createBareStore(url);
    const server = await startServer(url);
    const bare = new BareStore(url, POOL);
    try {
      const rows: BenchRow[] = [];
      for (const { clients, goal } of CLIENTS) {
        const variants = [
          { name: 'load 8 + append, no HTTP', run: (ms: number) => withoutHttp(bare, clients, ms) },
          { name: 'command over HTTP', goal, run: (ms: number) => overHttp(server, clients, ms) },
        ];
        rows.push(...(await interleave(`command, ${clients} clients`, 'commands/s', variants, options)));
      }
      return rows;
    } finally {
      server.stop();
      await bare.close();
    }
  });
}

function startServer(url: string): Promise<Server> {
  const child = fork(fileURLToPath(new URL('./http-server.js', import.meta.url)), [url]);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the API ended with code ${code}`)));
    child.once('message', (message) => {
      child.removeAllListeners('exit');
      resolve({ ...(message as Omit<Server, 'stop'>), stop: () => child.disconnect() });
    });
  });
}

/** Each caller takes one review over and over, from one registrar to the other; a fresh case every few turns. */
async function overHttp(server: Server, clients: number, ms: number): Promise<Sample> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const cases = await Promise.all(Array.from({ length: clients }, () => freshCase(server, agent)));
  try {
    return await closedLoop(clients, ms, async (caller) => {
      const mine = cases[caller]!;
      await takeOver(server, agent, mine);
      if (mine.revision >= STREAM_LENGTH + 4) cases[caller] = await freshCase(server, agent);
    });
  } finally {
    agent.destroy();
  }
}
