import { resolve } from 'node:path';
import { portFrom, required, SettingsWrong } from '#platform/engine';

type Env = Readonly<Record<string, string | undefined>>;

/** What a standalone is told from outside, all of it checked. */
export interface StandaloneSettings {
  readonly port: number;
  readonly host: string;
  /** The folder of everything it keeps. */
  readonly dataFolder: string;
  /** A PostgreSQL of the office's own; the embedded one without it. */
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  /** Where files are kept (a folder in the data folder without it), and the environment with their limits and bucket. */
  readonly attachments: { readonly place?: string; readonly env: Env };
  /** Folder of the installation's own rulebooks. */
  readonly rulebooksFolder?: string;
  readonly profile: Profile;
}

/** The evaluation brings sample people, sample complaints and a movable clock; production none of them. */
export type Profile =
  | { readonly name: 'evaluation' }
  | {
      readonly name: 'production';
      readonly issuer: string;
      readonly audience: string;
      readonly officesFile: string;
      /** JSON file with the people of the offices and operators. */
      readonly peopleFile: string;
      /** JSON file with the operators whose people use the installation. */
      readonly operatorsFile?: string;
    };

/** Reads the settings from the environment. Throws {@link SettingsWrong} in plain words. */
export function standaloneSettingsFrom(env: Env): StandaloneSettings {
  return {
    port: portFrom(env, 'PORT', 3000),
    host: env['HOST'] || '127.0.0.1',
    dataFolder: resolve(env['TOUSU_DATA'] || '.data'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    redisUrl: env['REDIS_URL'] || undefined,
    attachments: { place: env['TOUSU_ATTACHMENTS'] || undefined, env },
    rulebooksFolder: env['TOUSU_RULEBOOKS'] || undefined,
    profile: profileOf(env),
  };
}

function profileOf(env: Env): Profile {
  const name = env['TOUSU_PROFILE'] || 'evaluation';
  if (name === 'evaluation') return { name };
  if (name !== 'production')
    throw new SettingsWrong(`TOUSU_PROFILE is "${name}"; it is evaluation or production`);
  return {
    name,
    issuer: required(env, 'OIDC_ISSUER', 'the address of the OpenID Connect provider, as its tokens name it'),
    audience: required(env, 'OIDC_AUDIENCE', 'the audience of the access tokens, such as tousu-api'),
    officesFile: required(env, 'TOUSU_OFFICES', 'the path of the JSON file with the offices'),
    peopleFile: required(
      env,
      'TOUSU_PEOPLE',
      'the path of the JSON file with the people of offices and operators',
    ),
    operatorsFile: env['TOUSU_OPERATORS'] || undefined,
  };
}
