import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ComplaintModule, OfficesList, openAttachments } from '#complaint';
import { createLocalProvider, newProviderSecrets, OidcAccessTokens, People, type Account } from '#identity';
import { OperatorModule, OperatorsList } from '#operator';
import { EngineModule } from '#platform/engine';
import { createHttpApplication, listen } from '#platform/http';
import { randomBytes } from 'node:crypto';
import { READ_MODELS } from '../../apps/read-models.js';
import { ApiModule, problemsOf } from '../../apps/api/index.js';

/** The two registrars who take a review over from each other. */
export const BENCH_ACCOUNTS: readonly Account[] = ['bench-a', 'bench-b'].map((id) => ({
  id,
  name: id,
  roles: ['registrar'],
  officeId: 'bench',
}));

const BENCH_OFFICE = new OfficesList([
  {
    id: 'bench',
    name: { zh: '测试局', en: 'Bench' },
    word: '测',
    internalRulebook: 'RB-MANUAL',
    level: 'city',
    division: '990100',
  },
]);

/** A real provider on a port of its own, and each account's access token. */
async function signIn(): Promise<{ tokens: OidcAccessTokens; access: string[] }> {
  const server = createServer((request, response) => provider.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const secrets = newProviderSecrets(BENCH_ACCOUNTS.map(({ id }) => id));
  const provider = await createLocalProvider({
    issuer,
    accounts: BENCH_ACCOUNTS,
    clients: [],
    secrets,
    directTokens: true,
    accessTokenSeconds: 3600,
  });
  const access = await Promise.all(
    BENCH_ACCOUNTS.map(async ({ id }) => {
      const answer = await fetch(provider.tokenEndpoint, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${id}:${secrets.passwords[id]}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      });
      return ((await answer.json()) as { access_token: string }).access_token;
    }),
  );
  return {
    tokens: new OidcAccessTokens({ issuer, audience: 'tousu-api', jwksUri: provider.jwksUri }),
    access,
  };
}

/** One API process as in a deployment of its own; tells its parent where it listens and how to sign in. */
async function serve(databaseUrl: string): Promise<void> {
  const { tokens, access } = await signIn();
  const settings = {
    databaseUrl,
    evaluation: false,
    keyEncryptionKey: randomBytes(32).toString('base64'),
    process: 'bench api',
  };
  const engine = EngineModule.with(settings, READ_MODELS);
  const complaint = ComplaintModule.with(BENCH_OFFICE);
  const api = ApiModule.with([engine, complaint, OperatorModule.with(new OperatorsList([]))], {
    tokens,
    people: new People(BENCH_ACCOUNTS),
    secret: randomBytes(32),
    attachments: await openAttachments(mkdtempSync(join(tmpdir(), 'tousu-bench-')), {}),
    evaluation: false,
  });
  const app = await createHttpApplication(api, { problems: problemsOf(false), log: false });
  process.send?.({ base: await listen(app), access });
  process.once('disconnect', () => process.exit(0));
}

if (process.send) await serve(process.argv[2] ?? '');
