import type { Standalone } from './start.js';
import type { StandaloneSettings } from './settings.js';

/** What is printed once everything runs: where it is, who can sign in, what to try first. */
export function banner(
  { url, accounts, queueAnswers }: Pick<Standalone, 'url' | 'accounts' | 'queueAnswers'>,
  settings: StandaloneSettings,
): string {
  const lines = [
    '',
    `Tousu is ready at ${url}`,
    `  Interface    ${url}/docs`,
    `  Health       ${url}/health/ready`,
    `  Data         ${settings.dataFolder}  (keys and passwords too: keep it to yourself)`,
    `  Database     ${settings.databaseUrl === undefined ? 'embedded PostgreSQL' : 'PostgreSQL of DATABASE_URL'}`,
    `  Queue        ${queueOf(settings, queueAnswers)}`,
    ...(settings.profile.name === 'evaluation' ? evaluation(url, accounts) : []),
    '',
    'Ctrl-C stops it. Data stays.',
  ];
  return lines.join('\n');
}

function queueOf({ redisUrl }: StandaloneSettings, answers: boolean): string {
  if (redisUrl === undefined) return 'in PostgreSQL';
  return answers
    ? 'Redis of REDIS_URL'
    : 'Redis of REDIS_URL, WHICH DOES NOT ANSWER: deadlines are looked after from the database, less promptly';
}

function linesOf(accounts: Standalone['accounts']): string[] {
  return accounts.map(
    ({ id, password, name, roles }) => `  ${id.padEnd(16)} ${password}   ${name}  ${roles.join(', ')}`,
  );
}

function evaluation(url: string, accounts: Standalone['accounts']): string[] {
  const passwordOf = (id: string) => accounts.find((account) => account.id === id)?.password ?? '';
  const token = (id: string) =>
    `$(curl -s -u ${id}:${passwordOf(id)} -d grant_type=client_credentials ${url}/oidc/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`;
  return [
    '',
    'This is the EVALUATION profile: invented people and complaints, and a clock that can be moved.',
    'Never enter real complaints here. For real work: TOUSU_PROFILE=production (docs/how-to/run.md).',
    '',
    'Accounts, by office:',
    ...[
      ...Map.groupBy(
        accounts.filter(({ operatorId }) => operatorId === undefined),
        ({ officeId }) => officeId,
      ),
    ].flatMap(([office, people]) => [`  ${office}`, ...linesOf(people).map((line) => `  ${line}`)]),
    'Accounts of an operator complained of (云海顺程旅行社有限公司):',
    ...linesOf(accounts.filter(({ operatorId }) => operatorId !== undefined)),
    '',
    'Get a token, then list the register:',
    `  TOKEN=${token('leader')}`,
    `  curl -s -H "Authorization: Bearer $TOKEN" ${url}/v1/complaints`,
    '',
    'Move the clock on by a day (only the administrator may) and watch timers fire:',
    `  ADMIN=${token('administrator')}`,
    `  curl -s -H "Authorization: Bearer $ADMIN" -H 'Content-Type: application/json' -d '{"minutes":1440}' ${url}/v1/evaluation/clock`,
  ];
}
