import 'reflect-metadata';
import { ComplaintModule, officesFromFile, openAttachments, shelfWithFolder } from '#complaint';
import { OidcAccessTokens, peopleFromFile } from '#identity';
import { OperatorModule, operatorsFromFile, OperatorsList } from '#operator';
import {
  addHealthChecks,
  EngineModule,
  engineSettingsFrom,
  POOL,
  portFrom,
  required,
  SettingsWrong,
} from '#platform/engine';
import { EventStore } from '#platform/event-store';
import { createHttpApplication, HealthRegistry, listen } from '#platform/http';
import { runService } from '#platform/lifecycle';
import { ReadModels } from '#platform/projections';
import { ReactionLedger } from '#platform/reactions';
import { Heartbeats } from '#platform/watch';
import type { Pool } from 'pg';
import { ApiModule, OPEN_API, problemsOf } from './index.js';
import { READ_MODELS } from '../read-models.js';

const SHORTEST_SECRET = 32;

await runService('api', async ({ env, log, closing }) => {
  const rulebooks = shelfWithFolder(env['TOUSU_RULEBOOKS']);
  const settings = engineSettingsFrom(env, 'api');
  const offices = officesFromFile(
    required(env, 'TOUSU_OFFICES', 'the path of the JSON file with the offices'),
    rulebooks,
  );
  const operatorsFile = env['TOUSU_OPERATORS'];
  const operators = operatorsFile ? operatorsFromFile(operatorsFile) : new OperatorsList([]);
  const people = peopleFromFile(
    required(env, 'TOUSU_PEOPLE', 'the path of the JSON file with the people of offices and operators'),
    { office: (id) => offices.knows(id), operator: (id) => operators.knows(id) },
  );
  const tokens = new OidcAccessTokens({
    issuer: required(env, 'OIDC_ISSUER', 'the address of the OpenID Connect provider, as its tokens name it'),
    audience: required(env, 'OIDC_AUDIENCE', 'the audience of the access tokens, such as tousu-api'),
  });
  const secret = Buffer.from(required(env, 'TOUSU_SECRET', 'base64 of 32 random bytes'), 'base64');
  if (secret.length < SHORTEST_SECRET)
    throw new SettingsWrong('TOUSU_SECRET is too short; it should hold base64 of 32 random bytes');
  const attachments = await openAttachments(
    required(env, 'TOUSU_ATTACHMENTS', 'an absolute path, or s3://bucket/prefix'),
    env,
  );
  const parts = [
    EngineModule.with(settings, READ_MODELS),
    ComplaintModule.with(offices, rulebooks, operators),
    OperatorModule.with(operators),
  ];
  const { evaluation } = settings;
  const health = new HealthRegistry();
  const app = await createHttpApplication(
    ApiModule.with(parts, { tokens, people, secret, attachments, evaluation }),
    { problems: problemsOf(evaluation), health, log, openApi: OPEN_API },
  );
  closing.add(() => app.close());
  const pool = app.get<Pool>(POOL);
  addHealthChecks(health, {
    pool,
    models: app.get(ReadModels),
    reactions: new ReactionLedger(pool, app.get(EventStore)),
    heartbeats: new Heartbeats(pool),
  });
  const url = await listen(app, { host: env['HOST'] || '127.0.0.1', port: portFrom(env, 'PORT', 3000) });
  health.started();
  return `listens at ${url}`;
});
