import 'reflect-metadata';
import { COMPLAINT_UPCAST, ComplaintModule, officesFromFile, shelfWithFolder } from '#complaint';
import {
  addHealthChecks,
  EngineModule,
  engineSettingsFrom,
  POOL,
  portFrom,
  required,
} from '#platform/engine';
import { createHttpApplication, HealthRegistry, listen } from '#platform/http';
import { runService } from '#platform/lifecycle';
import { ReadModels } from '#platform/projections';
import { WakeUpQueue } from '#platform/queue';
import { ReactionLedger } from '#platform/reactions';
import { guardEventLoop, Heartbeats, Watch } from '#platform/watch';
import type { Pool } from 'pg';
import { WorkerModule } from './worker.module.js';
import { READ_MODELS } from '../read-models.js';

await runService('worker', async ({ env, log, closing, fail }) => {
  const rulebooks = shelfWithFolder(env['TOUSU_RULEBOOKS']);
  const settings = engineSettingsFrom(env, 'worker');
  const offices = officesFromFile(
    required(env, 'TOUSU_OFFICES', 'the path of the JSON file with the offices'),
    rulebooks,
  );
  const engine = EngineModule.with(settings, READ_MODELS);
  const module = WorkerModule.with(engine, ComplaintModule.with(offices, rulebooks), {
    settings,
    upcast: COMPLAINT_UPCAST,
    log,
  });
  const health = new HealthRegistry();
  const app = await createHttpApplication(module, { health, log });
  closing.add(() => app.close());
  addHealthChecks(health, {
    pool: app.get<Pool>(POOL),
    models: app.get(ReadModels),
    queue: app.get(WakeUpQueue),
    reactions: app.get(ReactionLedger),
    heartbeats: new Heartbeats(app.get<Pool>(POOL)),
  });
  const url = await listen(app, {
    host: env['HOST'] || '127.0.0.1',
    port: portFrom(env, 'HEALTH_PORT', 3001),
  });
  health.started();
  app.get(Watch).start(fail);
  guardEventLoop('worker');
  return `fires timers and passes on between offices; health at ${url}/health/ready`;
});
