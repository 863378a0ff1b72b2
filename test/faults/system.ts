import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#platform/child-process';
import { startIdentity, type IdentityService } from '../support/identity.js';
import { Engines } from './engines.js';
import type { SeenEvent } from './history.js';
import { linesOf } from './journal.js';
import type { Mutation } from './processes/mutations.js';
import { HTTP_SECRET, ISSUER, MUTATION, type Role } from './processes/parts.js';
import { Program, type ProgramOptions } from './program.js';
import type { QueueKind } from './queue/port.js';
import type { Stage } from './stage.js';

/** How many processes of each kind there are. */
export type Crew = Readonly<Record<Role, number>>;

export interface SystemOptions {
  readonly beginAt: string;
  readonly crew: Crew;
  readonly queue: QueueKind;
  /** A bug planted in one kind of process. */
  readonly mutation?: { readonly in: Role; readonly bug: Mutation };
  readonly onEnd?: ProgramOptions['onEnd'];
}

/** Pages of the two readers that follow the log. */
const FOLLOWERS = [7, 500] as const;

/** The whole system in processes of their own, on engines of its own, and somebody who follows the log. */
export class System implements Stage {
  readonly readModels = 4;

  private constructor(
    readonly engines: Engines,
    readonly identity: IdentityService,
    readonly programs: Readonly<Record<Role, readonly Program[]>>,
    readonly bases: readonly string[],
    private readonly follower: Program,
    readonly followed: readonly { readonly name: string; readonly file: string }[],
  ) {}

  static async start({ beginAt, crew, queue, mutation, onEnd }: SystemOptions): Promise<System> {
    const [engines, identity] = await Promise.all([Engines.start(beginAt, queue), startIdentity()]);
    const secret = randomBytes(32).toString('base64');
    const environment = { ...engines.environment(), [ISSUER]: identity.issuer, [HTTP_SECRET]: secret };
    const programOf = (role: Role, number: number, args: readonly string[] = []): Program =>
      new Program({
        name: `${role} ${number}`,
        file: 'part.js',
        standby: true,
        args: [role, String(number), ...args],
        env: { ...environment, [MUTATION]: mutation?.in === role ? mutation.bug : '' },
        log: engines.file('logs', `${role}-${number}.log`),
        onEnd,
      });
    const ports = await Promise.all(Array.from({ length: crew.api }, freePort));
    const programs = {
      api: ports.map((port, index) => programOf('api', index + 1, [String(port)])),
      worker: Array.from({ length: crew.worker }, (_, index) => programOf('worker', index + 1)),
      projector: Array.from({ length: crew.projector }, (_, index) => programOf('projector', index + 1)),
    };
    const followed = FOLLOWERS.map((size) => ({
      name: `the reader in pages of ${size}`,
      file: engines.file(`follower-${size}.jsonl`),
    }));
    const follower = new Program({
      name: 'follower',
      file: 'follower.js',
      args: [engines.databaseUrl, ...followed.flatMap(({ file }, index) => [file, String(FOLLOWERS[index])])],
      log: engines.file('logs', 'follower.log'),
      onEnd,
    });
    const bases = ports.map((port) => `http://127.0.0.1:${port}`);
    const system = new System(engines, identity, programs, bases, follower, followed);
    for (const program of [...system.all, follower]) program.start();
    return system;
  }

  get all(): readonly Program[] {
    return [...this.programs.api, ...this.programs.worker, ...this.programs.projector];
  }

  /** Lets the readers reach the end of the log, and ends them. */
  async stopFollowing(limitMs: number): Promise<void> {
    const { rows } = await this.engines.pool.query<{ count: string }>('select count(*) from es.events');
    const due = Number(rows[0]?.count);
    const end = performance.now() + limitMs;
    while (performance.now() < end && this.followed.some(({ file }) => seenIn(file).length < due))
      await sleep(100);
    await this.follower.stop();
  }

  async stop(): Promise<void> {
    await Program.end([...this.all, this.follower]);
    await this.identity.stop();
    await this.engines.stop();
  }
}

/** What a reader has written down. */
export function seenIn(file: string): SeenEvent[] {
  return linesOf<{ events: SeenEvent[] }>(file).flatMap(({ events }) => events);
}
