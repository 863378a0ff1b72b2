import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { HolidayNotice } from '#calendar';
import { COMPLAINT_UPCAST, ComplaintModule, type Attachments, type Offices } from '#complaint';
import type { AccessTokens, People } from '#identity';
import { OperatorModule, OperatorsList, type Operators } from '#operator';
import type { Shelf } from '#rulebook';
import { addHealthChecks, EngineModule, POOL, type EngineSettings } from '#platform/engine';
import { createHttpApplication, HealthRegistry, safeError, type HttpLimits } from '#platform/http';
import { ReadModels } from '#platform/projections';
import { WakeUpQueue } from '#platform/queue';
import { ReactionLedger } from '#platform/reactions';
import { Heartbeats } from '#platform/watch';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { ApiModule, OPEN_API, problemsOf } from '../api/index.js';
import { ProjectorModule } from '../projector/projector.module.js';
import { WorkerModule } from '../worker/worker.module.js';
import { READ_MODELS } from '../read-models.js';

/** What one process with everything in it is made of. */
export interface Assembly {
  readonly settings: EngineSettings;
  readonly offices: Offices;
  /** The operators whose people use the installation, where there are any. */
  readonly operators?: Operators;
  /** Those of the installation, where it has its own. */
  readonly rulebooks?: Shelf;
  readonly tokens: AccessTokens;
  /** Who can be named in a command. */
  readonly people: People;
  readonly secret: Uint8Array;
  readonly attachments: Attachments;
  readonly log: Logger;
  /** Logs requests too; off where many are made. */
  readonly logRequests?: boolean;
  readonly limits?: Partial<HttpLimits>;
  /** Ready only when the caller says so (`HealthRegistry.started`), because more has to be done first. */
  readonly readyLater?: boolean;
  /** In place of the notices that the product brings, to play an old year live. */
  readonly notices?: readonly HolidayNotice[];
}

/** API, worker and projector in one process: initialised, not listening yet. */
export async function assemble(assembly: Assembly): Promise<NestFastifyApplication> {
  const { settings, offices, rulebooks, tokens, secret, log, limits, logRequests = true } = assembly;
  const operators = assembly.operators ?? new OperatorsList([]);
  const engine = EngineModule.with(settings, READ_MODELS);
  const complaint = ComplaintModule.with(offices, rulebooks, operators, {
    shipped: assembly.notices,
    onError: (error) => log.error({ err: safeError(error) }, 'calendar fault'),
  });
  const operator = OperatorModule.with(operators);
  const projector = ProjectorModule.with(engine, log);
  const worker = WorkerModule.with(engine, complaint, { settings, upcast: COMPLAINT_UPCAST, log });
  const api = ApiModule.with([engine, complaint, operator, projector, worker], {
    tokens,
    people: assembly.people,
    secret,
    attachments: assembly.attachments,
    evaluation: settings.evaluation,
  });
  const health = new HealthRegistry();
  const app = await createHttpApplication(api, {
    problems: problemsOf(settings.evaluation),
    health,
    log: logRequests ? log : false,
    limits,
    openApi: OPEN_API,
  });
  addHealthChecks(health, {
    pool: app.get<Pool>(POOL),
    models: app.get(ReadModels),
    queue: app.get(WakeUpQueue),
    reactions: app.get(ReactionLedger),
    heartbeats: new Heartbeats(app.get<Pool>(POOL)),
  });
  if (assembly.readyLater !== true) health.started();
  return app;
}
