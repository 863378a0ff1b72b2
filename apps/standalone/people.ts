import type { Server } from 'node:http';
import {
  createLocalProvider,
  DEFAULT_AUDIENCE,
  mountLocalProvider,
  OidcAccessTokens,
  People as KnownPeople,
  peopleFromFile,
  openProviderSecrets,
  SAMPLE_ACCOUNTS,
  SAMPLE_COUNTIES,
  SAMPLE_OFFICE,
  SAMPLE_OPERATOR,
  SAMPLE_PROVINCE,
  type AccessTokens,
  type Account,
  type Person,
  type SampleOffice,
} from '#identity';
import { OfficesList, officesFromFile, type Level, type Office, type Offices } from '#complaint';
import { OperatorsList, operatorsFromFile, type Operators } from '#operator';
import type { Shelf } from '#rulebook';
import type { Logger } from 'pino';
import type { DataFolder } from './data-folder.js';
import type { Profile } from './settings.js';

/** Somebody who can sign in, with the password. */
export type KnownAccount = Account & { readonly password: string };

/** Who works here, and how they are known. */
export interface People {
  readonly offices: Offices;
  readonly operators: Operators;
  readonly tokens: AccessTokens;
  /** Who can be named in a command. */
  readonly known: KnownPeople;
  /** Of the evaluation only. */
  readonly accounts: readonly KnownAccount[];
  /** Serves what else these people need, beside the interface. Called before the server listens. */
  readonly mount?: (server: Server) => void;
}

const sample = (
  { id, name: zh }: SampleOffice,
  [en, word]: readonly [string, string],
  level: Level,
  division: string,
  parent?: SampleOffice,
): Office => ({
  id,
  name: { zh, en },
  word,
  internalRulebook: 'RB-MANUAL',
  level,
  division,
  ...(parent ? { parent: parent.id } : {}),
});

/** Codes that GB/T 2260 gives to no place: nobody takes these offices for real ones. */
const { gucheng, shiqiao } = SAMPLE_COUNTIES;
const SAMPLE_OFFICES = new OfficesList([
  sample(SAMPLE_PROVINCE, ['Yunling Department of Culture and Tourism', '云岭旅投'], 'province', '990000'),
  sample(
    SAMPLE_OFFICE,
    ['Yunhai Bureau of Culture and Tourism', '云旅投'],
    'city',
    '990100',
    SAMPLE_PROVINCE,
  ),
  sample(gucheng, ['Gucheng Bureau of Culture and Tourism', '古旅投'], 'county', '990102', SAMPLE_OFFICE),
  sample(shiqiao, ['Shiqiao Bureau of Culture and Tourism', '石旅投'], 'county', '990121', SAMPLE_OFFICE),
]);

/** Operators that the sample complaints are about; people of the first can sign in. */
const SAMPLE_OPERATORS = new OperatorsList([
  {
    id: SAMPLE_OPERATOR,
    name: { zh: '云海顺程旅行社有限公司', en: 'Yunhai Shuncheng Travel Agency' },
    licence: 'L-YN-00088',
    word: '顺程',
  },
  {
    id: 'qingshan',
    name: { zh: '云海青山国际旅行社有限公司', en: 'Yunhai Qingshan International Travel Agency' },
    licence: 'L-YN-00123',
    word: '青山',
  },
  {
    id: 'tianji',
    name: { zh: '云海天际国际旅行社有限公司', en: 'Yunhai Tianji International Travel Agency' },
    licence: 'L-YN-CJ00021',
    word: '天际',
  },
]);

/** Somebody of the sample operator who can be complained of and never signs in. */
const SAMPLE_GUIDE: Person = { id: 'guide-7', officeId: '', operatorId: SAMPLE_OPERATOR };

/** The sample offices with a provider of its own on the same server. */
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
    operators: SAMPLE_OPERATORS,
    tokens: new OidcAccessTokens({
      issuer: provider.issuer,
      audience: DEFAULT_AUDIENCE,
      jwksUri: provider.jwksUri,
    }),
    known: new KnownPeople([...accounts, SAMPLE_GUIDE]),
    accounts: accounts.map((account) => ({ ...account, password: secrets.passwords[account.id] ?? '' })),
    mount: (server) => mountLocalProvider(server, () => provider),
  };
}

/** The office's own people, known to its own provider. */
export function realPeople(
  profile: Extract<Profile, { readonly name: 'production' }>,
  rulebooks: Shelf,
): People {
  const { issuer, audience, officesFile, operatorsFile, peopleFile } = profile;
  const offices = officesFromFile(officesFile, rulebooks);
  const operators = operatorsFile ? operatorsFromFile(operatorsFile) : new OperatorsList([]);
  return {
    offices,
    operators,
    known: peopleFromFile(peopleFile, {
      office: (id) => offices.knows(id),
      operator: (id) => operators.knows(id),
    }),
    tokens: new OidcAccessTokens({ issuer, audience }),
    accounts: [],
  };
}
