/** One process of the system under test: `node part.js api 1 <port>`, `node part.js worker 2`, `node part.js projector 1`. Begins when told, see below. */
import 'reflect-metadata';
import { createInterface } from 'node:readline';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMPLAINT_UPCAST, ComplaintModule, openAttachments } from '#complaint';
import { OidcAccessTokens, People } from '#identity';
import { OperatorModule, OperatorsList } from '#operator';
import { addHealthChecks, EngineModule, engineSettingsFrom, POOL, required } from '#platform/engine';
import { createHttpApplication, HealthRegistry, listen } from '#platform/http';
import { createLog, endSignal, given } from '#platform/lifecycle';
import { ReadModels } from '#platform/projections';
import { guardEventLoop, Watch } from '#platform/watch';
import type { Pool } from 'pg';
import { ApiModule, problemsOf } from '../../../apps/api/index.js';
import { ReadModelWatch } from '../../../apps/projector/watched.js';
import { ProjectorModule } from '../../../apps/projector/projector.module.js';
import { WorkerModule } from '../../../apps/worker/worker.module.js';
import { ACCOUNTS } from '../../support/people.js';
import { mutateEngine, mutateServer } from './mutations.js';
import { HTTP_SECRET, ISSUER, MUTATION, OFFICE, type Role } from './parts.js';
import { ofRelease } from './release.js';
import { READ_MODELS } from '../../../apps/read-models.js';

const [, , role = '', number = '', port = '0'] = process.argv;
const { env } = process;
/** A run has less time than an office. */
const STANDSTILL_MS = 15_000;
env['TOUSU_FAILPOINT'] = await toldToBegin();
const signal = endSignal();
const log = createLog(env, role);
const settings = engineSettingsFrom(env, `${role} ${number}`);
const readModels = ofRelease(READ_MODELS, env);
const engine = mutateEngine(EngineModule.with(settings, readModels), env[MUTATION], settings);
const complaint = ComplaintModule.with(OFFICE);

const replaced = (why: Error) => {
  log.fatal({ err: why.message }, 'this process ends, to be started again');
  process.exit(1);
};

const START: Record<Role, () => Promise<INestApplicationContext>> = {
  api: async () => {
    const api = ApiModule.with([engine, complaint, OperatorModule.with(new OperatorsList([]))], {
      tokens: new OidcAccessTokens({ issuer: required(env, ISSUER, 'an issuer'), audience: 'tousu-api' }),
      people: new People(ACCOUNTS),
      secret: Buffer.from(required(env, HTTP_SECRET, '32 random bytes'), 'base64'),
      attachments: await openAttachments(mkdtempSync(join(tmpdir(), 'tousu-faults-')), env),
      evaluation: settings.evaluation,
    });
    const health = new HealthRegistry();
    const app = await createHttpApplication(api, {
      problems: problemsOf(true),
      health,
      log,
      limits: { drainMs: 2_000 },
    });
    mutateServer(app.getHttpServer(), env[MUTATION]);
    addHealthChecks(health, { pool: app.get<Pool>(POOL), models: app.get(ReadModels) });
    await listen(app, { port: Number(port) });
    health.started();
    return app;
  },
  worker: async () => {
    const options = { settings, upcast: COMPLAINT_UPCAST, log, standstillMs: STANDSTILL_MS };
    const app = await context(WorkerModule.with(engine, complaint, options));
    app.get(Watch).start(replaced);
    guardEventLoop(role, STANDSTILL_MS / 1_000);
    process.on('SIGUSR2', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120_000));
    return app;
  },
  projector: async () => {
    const app = await context(ProjectorModule.with(engine, log, STANDSTILL_MS, readModels));
    app.get(ReadModelWatch).start(replaced);
    return app;
  },
};

/** Waits, loaded and ready to begin, for the line that says so: the fail point to arm, or none. */
async function toldToBegin(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  // Nobody is there who could say it.
  process.exit(0);
}

function context(module: DynamicModule): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
}

try {
  const app = await START[role as Role]();
  process.stdout.write('ready\n');
  await given(signal);
  await app.close();
  process.exit(0);
} catch (error) {
  log.fatal({ err: String(error) }, 'did not start');
  process.exit(1);
}
