import type { Server } from 'node:http';
import {
  createLocalProvider,
  DEFAULT_AUDIENCE,
  mountLocalProvider,
  OidcAccessTokens,
  openProviderSecrets,
  SAMPLE_ACCOUNTS,
  SAMPLE_OFFICE,
  type AccessTokens,
  type Account,
} from '#identity';
import { OfficesList, officesFromFile, type Offices } from '#complaint';
import type { Shelf } from '#rulebook';
import type { Logger } from 'pino';
import type { DataFolder } from './data-folder.js';
import type { Profile } from './settings.js';

/** Somebody who can sign in, with the password. */
export type KnownAccount = Account & { readonly password: string };

/** Who works here, and how they are known. */
export interface People {
  readonly offices: Offices;
  readonly tokens: AccessTokens;
  /** Of the evaluation only. */
  readonly accounts: readonly KnownAccount[];
  /** Serves what else these people need, beside the interface. Called before the server listens. */
  readonly mount?: (server: Server) => void;
}

const SAMPLE_OFFICES = new OfficesList([
  {
    id: SAMPLE_OFFICE.id,
    name: { zh: SAMPLE_OFFICE.name, en: 'Yunhai Bureau of Culture and Tourism' },
    word: '云旅投',
    internalRulebook: 'RB-MANUAL',
  },
]);

/** The sample office with a provider of its own on the same server. */
export async function samplePeople(
  base: string,
  folder: DataFolder,
  log: Logger,
  accounts: readonly Account[] = SAMPLE_ACCOUNTS,
): Promise<People> {
  const secrets = openProviderSecrets(
    folder.path,
    accounts.map(({ id }) => id),
  );
  const provider = await createLocalProvider({
    issuer: `${base}/oidc`,
    accounts,
    clients: [{ id: 'tousu-console', redirectUris: ['http://127.0.0.1/callback'], kind: 'native' }],
    secrets,
    directTokens: true,
    onError: (error) => log.error({ err: error.name }, 'provider fault'),
  });
  return {
    offices: SAMPLE_OFFICES,
    tokens: new OidcAccessTokens({
      issuer: provider.issuer,
      audience: DEFAULT_AUDIENCE,
      jwksUri: provider.jwksUri,
    }),
    accounts: accounts.map((account) => ({ ...account, password: secrets.passwords[account.id] ?? '' })),
    mount: (server) => mountLocalProvider(server, () => provider),
  };
}

/** The office's own people, known to its own provider. */
export function realPeople(
  profile: Extract<Profile, { readonly name: 'production' }>,
  rulebooks: Shelf,
): People {
  const { issuer, audience, officesFile } = profile;
  return {
    offices: officesFromFile(officesFile, rulebooks),
    tokens: new OidcAccessTokens({ issuer, audience }),
    accounts: [],
  };
}
