import 'reflect-metadata';
import { shelfWithFolder } from '#complaint';
import { addHealthChecks, EngineModule, engineSettingsFrom, POOL, portFrom } from '#platform/engine';
import { createHttpApplication, HealthRegistry, listen } from '#platform/http';
import { runService } from '#platform/lifecycle';
import { ReadModels } from '#platform/projections';
import type { Pool } from 'pg';
import { guardEventLoop } from '#platform/watch';
import { ProjectorModule } from './projector.module.js';
import { ReadModelWatch } from './watched.js';
import { READ_MODELS } from '../read-models.js';

await runService('projector', async ({ env, log, closing, fail }) => {
  // It uses none of them, but a bad file is to be seen wherever the installation starts.
  shelfWithFolder(env['TOUSU_RULEBOOKS']);
  const engine = EngineModule.with(engineSettingsFrom(env, 'projector'), READ_MODELS);
  const health = new HealthRegistry();
  const app = await createHttpApplication(ProjectorModule.with(engine, log), { health, log });
  closing.add(() => app.close());
  addHealthChecks(health, { pool: app.get<Pool>(POOL), models: app.get(ReadModels) });
  const url = await listen(app, {
    host: env['HOST'] || '127.0.0.1',
    port: portFrom(env, 'HEALTH_PORT', 3002),
  });
  health.started();
  app.get(ReadModelWatch).start(fail);
  guardEventLoop('projector');
  return `keeps the read models; health at ${url}/health/ready`;
});
