import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Instant } from '#kernel';
import { openAttachments, shelfWithFolder, type Attachments } from '#complaint';
import type { Account } from '#identity';
import { freePort, isPortFree } from '#platform/child-process';
import { EvaluationClock } from '#platform/clock';
import type { EngineSettings } from '#platform/engine';
import { CannotListen, HealthRegistry, listen } from '#platform/http';
import type { Closing } from '#platform/lifecycle';
import { keyFromFile } from '#platform/personal-data';
import { WakeUpQueue } from '#platform/queue';
import { secretFile } from '#platform/secret-file';
import type { Shelf } from '#rulebook';
import type { Logger } from 'pino';
import { assemble } from './assemble.js';
import { DataFolder, DataFolderUnusable } from './data-folder.js';
import { embeddedDatabase, holdsEvents, prepareDatabase } from './database.js';
import { realPeople, samplePeople, type KnownAccount, type People } from './people.js';
import type { StandaloneSettings } from './settings.js';

/** How a standalone is started. */
export interface StartOptions {
  readonly settings: StandaloneSettings;
  readonly log: Logger;
  /** Everything that is to be undone is added here, also when the start fails half way. */
  readonly closing: Closing;
  /** Told to end: the start stops at the next step. */
  readonly signal: AbortSignal;
  /** Of the evaluation; the sample accounts unless told. */
  readonly accounts?: readonly Account[];
  /** Where an evaluation's clock begins while nothing has happened yet. */
  readonly beginsAt?: Instant;
}

/** A standalone that listens, and is not ready yet. */
export interface Standalone {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly folder: DataFolder;
  readonly accounts: readonly KnownAccount[];
  /** Whether the queue of deadlines answered when it was opened. */
  readonly queueAnswers: boolean;
  /** Readiness answers 200 from now on. */
  ready(): void;
}

/** Starts everything in one process, from the folder to the open port. Rejects with words for people. */
export async function startStandalone(options: StartOptions): Promise<Standalone> {
  const { settings, log, closing, signal } = options;
  const { profile } = settings;
  const rulebooks = shelfWithFolder(settings.rulebooksFolder);
  const port = await portFor(settings);
  const folder = DataFolder.open(settings.dataFolder, profile.name);
  closing.add(() => folder.close());
  const databaseUrl = await databaseFor(settings, folder, closing, log);
  signal.throwIfAborted();
  const base = `http://${shownHost(settings.host)}:${port}`;
  const people =
    profile.name === 'evaluation'
      ? await samplePeople(base, folder, log, options.accounts)
      : realPeople(profile, rulebooks);
  signal.throwIfAborted();
  const app = await assembleHere(engineFor(settings, databaseUrl, folder), people, {
    folder,
    log,
    rulebooks,
    attachments: await attachmentsIn(settings, folder),
  });
  closing.add(() => app.close());
  people.mount?.(app.getHttpServer());
  if (options.beginsAt !== undefined && !(await holdsEvents(databaseUrl))) {
    await app.get(EvaluationClock).beginAt(options.beginsAt);
  }
  signal.throwIfAborted();
  await listen(app, { host: settings.host, port });
  return {
    url: base,
    app,
    folder,
    accounts: people.accounts,
    queueAnswers: app.get(WakeUpQueue).status().reachable,
    ready: () => app.get(HealthRegistry).started(),
  };
}

/** Looked at first: nobody wants to wait for a database to be told that the port is taken. */
async function portFor({ port }: StandaloneSettings): Promise<number> {
  if (port === 0) return freePort();
  if (await isPortFree(port)) return port;
  if (port < 1024) return port;
  throw new CannotListen(`Port ${port} is already taken by another program; choose another with PORT=…`);
}

async function databaseFor(
  settings: StandaloneSettings,
  folder: DataFolder,
  closing: Closing,
  log: Logger,
): Promise<string> {
  const url = settings.databaseUrl ?? (await embeddedDatabase(folder.file('postgres'), closing, log));
  await prepareDatabase(url);
  if (settings.databaseUrl !== undefined && folder.isNew && (await holdsEvents(url))) {
    throw new DataFolderUnusable(
      `The database at DATABASE_URL holds complaints already, and the data folder ${folder.path} is new: ` +
        'it does not hold the keys to their personal data. Name the folder they were made with, by TOUSU_DATA=…, ' +
        'or an empty database.',
    );
  }
  return url;
}

function engineFor(settings: StandaloneSettings, databaseUrl: string, folder: DataFolder): EngineSettings {
  return {
    databaseUrl,
    redisUrl: settings.redisUrl,
    evaluation: settings.profile.name === 'evaluation',
    keyEncryptionKey: keyFromFile(folder.file('key-encryption-key')),
    process: 'standalone',
  };
}

function attachmentsIn({ attachments }: StandaloneSettings, folder: DataFolder): Promise<Attachments> {
  return openAttachments(attachments.place ?? folder.file('attachments'), attachments.env);
}

function assembleHere(
  settings: EngineSettings,
  { offices, operators, tokens, known }: People,
  {
    folder,
    ...rest
  }: {
    readonly folder: DataFolder;
    readonly log: Logger;
    readonly rulebooks: Shelf;
    readonly attachments: Attachments;
  },
): Promise<NestFastifyApplication> {
  const secret = secretFile(folder.file('http-secret'), () => randomBytes(32).toString('base64'));
  return assemble({
    settings,
    offices,
    operators,
    tokens,
    people: known,
    secret: Buffer.from(secret, 'base64'),
    ...rest,
    limits: { drainMs: 2_000 },
    readyLater: true,
  });
}

/** The name under which this machine reaches it: listening everywhere includes here. */
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
