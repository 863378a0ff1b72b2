import { Command, CommanderError } from 'commander';
import { dayInChina, endOfDayInChina, isDay, startOfDayInChina } from '#kernel';
import { migrate } from '#platform/postgres';
import { ProjectionRunner } from '#platform/projections';
import { migrateQueue } from '#platform/queue';
import { ReactionLedger } from '#platform/reactions';
import { TimerLedger } from '#platform/timers';
import { READ_MODELS, UPCAST } from '../read-models.js';
import { findOrphans, verifyAttachments } from './attachments.js';
import { addNotice, listCalendar } from './calendar.js';
import { databaseUrl, filesStore, withEngines } from './engines.js';
import { recountPublished } from './quarters.js';
import { USAGE, UsageError, type Report } from './report.js';
import { checkRulebooks, dryRunRulebook, listRulebooks } from './rulebooks.js';
import { verifyEvents } from './verify-events.js';

const program = new Command('tousu')
  .description('Operating Tousu. The database is that of DATABASE_URL.')
  .option('--json', 'answer in JSON')
  .exitOverride();

program
  .command('migrate')
  .description('bring the database, and the queue in it, to this version')
  .action(() => answer(migrateAll()));
program
  .command('events')
  .description('the log')
  .command('verify [stream]')
  .description('recompute the hash chain of a stream, or of all')
  .action((stream?: string) => answer(verify(stream)));
const projections = program.command('projections').description('the read models');
projections
  .command('list')
  .description('how far each has read')
  .action(() => answer(listProjections()));
projections
  .command('rebuild <name>')
  .description('build one anew beside the live one, and switch to it')
  .action((name: string) => answer(rebuild(name)));
const attachments = program
  .command('attachments')
  .description('the files of the cases; where they are kept is said by TOUSU_ATTACHMENTS');
attachments
  .command('verify')
  .description('read every file, and hold it against the hash that its event wrote down')
  .action(() => answer(verifyFiles()));
attachments
  .command('orphans')
  .description('files that no event names: the rest of uploads that were cut off')
  .option('--remove-older-than <hours>', 'remove those that are older, e.g. 24h', hours)
  .action(({ removeOlderThan }: { removeOlderThan?: number }) => answer(orphanedFiles(removeOlderThan)));
const reactionCommands = program
  .command('reactions')
  .description('what follows from events at other offices');
reactionCommands
  .command('list')
  .description('whether each has caught up, and how many events it could not act on')
  .action(() => answer(listReactions()));
reactionCommands
  .command('parked')
  .description('events that went wrong too often and wait for a person')
  .action(() => answer(parkedReactions()));
reactionCommands
  .command('retry <event>')
  .description('let a parked event be tried again')
  .action((event: string) => answer(retryReaction(event)));
reactionCommands
  .command('restart <name>')
  .description('let it read the log from the start again, as after a restore; nothing is done twice')
  .action((name: string) => answer(restartReaction(name)));
const timerCommands = program.command('timers').description('the timers of deadlines');
timerCommands
  .command('parked')
  .description('timers that went wrong too often and wait for a person')
  .action(() => answer(parkedTimers()));
timerCommands
  .command('retry <timer>')
  .description('let a parked timer be tried again')
  .action((timer: string) => answer(retryTimer(timer)));
timerCommands
  .command('report')
  .description('what should have fired in a period, and what did')
  .requiredOption('--from <day>', 'first day, YYYY-MM-DD in China', day)
  .requiredOption('--to <day>', 'last day', day)
  .action(({ from, to }: { from: string; to: string }) => answer(timers(from, to)));

const calendarCommands = program.command('calendar').description('the notices on public holidays');
calendarCommands
  .command('list')
  .description('every notice that is known, and how far clocks have been counted anew')
  .action(() => answer(listCalendar()));
calendarCommands
  .command('add <file>')
  .description('enter a notice of the State Council from a JSON file')
  .option('--dry-run', 'list every running clock that would move, and change nothing', false)
  .action((file: string, { dryRun }: { dryRun: boolean }) => answer(addNotice(file, dryRun)));
program
  .command('quarters')
  .description('the figures of quarters that were published')
  .command('recount')
  .description('count every publication again from the log alone, and hold it against what was published')
  .action(() => answer(withEngines(recountPublished)));
const rulebooks = program.command('rulebooks').description('the rulebooks');
rulebooks
  .command('list')
  .description('those of the product and of the folder TOUSU_RULEBOOKS')
  .action(() => answer(listRulebooks()));
rulebooks
  .command('check <file...>')
  .description('whether rulebooks in files are sound; every fault with its line')
  .action((files: string[]) => answer(checkRulebooks(files)));
rulebooks
  .command('dry-run <rulebook>')
  .description('what a rulebook would do to the open cases of an office; changes nothing')
  .requiredOption('--office <id>', 'the office')
  .option('--limit <number>', 'how many cases to show', count, 1000)
  .action((id: string, { office, limit }: { office: string; limit: number }) =>
    answer(dryRunRulebook(id, office, limit)),
  );

async function migrateAll(): Promise<Report> {
  const applied = await migrate(databaseUrl());
  await migrateQueue(databaseUrl());
  const lines = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['nothing to do'];
  return { ok: true, json: { applied }, lines };
}

async function verify(stream?: string): Promise<Report> {
  const found = await withEngines(({ store, pool }) => verifyEvents(store, pool, stream));
  const bad = found.broken.map((one) => `BROKEN ${one.stream} at revision ${one.revision}: ${one.reason}`);
  const sum = `${found.events} events whole, ${found.broken.length} of ${found.streams} streams broken`;
  return { ok: found.broken.length === 0, json: found, lines: [...bad, sum] };
}

async function listProjections(): Promise<Report> {
  const found = await withEngines(({ models }) => models.status());
  const lines = found.map(
    ({ name, version, state, lag, led }) =>
      `${name.padEnd(16)} v${version}  ${state.padEnd(9)} lag ${lag ?? '?'}  ${led ? 'led' : 'led by nobody'}`,
  );
  return { ok: found.every(({ state }) => state !== 'stopped'), json: found, lines };
}

async function rebuild(name: string): Promise<Report> {
  if (!READ_MODELS.some((projection) => projection.name === name)) {
    const names = READ_MODELS.map((projection) => projection.name).join(', ');
    throw new CommanderError(
      USAGE,
      'tousu.projection',
      `there is no projection ${name}; there are: ${names}`,
    );
  }
  const report = await withEngines(({ pool, store }) =>
    new ProjectionRunner({
      pool,
      store,
      projections: READ_MODELS,
      upcast: UPCAST,
    }).rebuild(name),
  );
  const seconds = (report.milliseconds / 1000).toFixed(1);
  return { ok: true, json: report, lines: [`${name}: ${report.events} events in ${seconds} s`] };
}

async function verifyFiles(): Promise<Report> {
  const found = await withEngines(async ({ store }) => verifyAttachments(store, await filesStore()));
  const bad = found.bad.map(
    (one) => `${one.fault.toUpperCase()} ${one.attachmentId} of complaint-${one.complaintId}`,
  );
  const sum = `${found.whole} files whole, ${found.bad.length} of ${found.files} not`;
  return { ok: found.bad.length === 0, json: found, lines: [...bad, sum] };
}

async function orphanedFiles(removeOlderThan?: number): Promise<Report> {
  const found = await withEngines(async ({ store }) =>
    findOrphans(store, await filesStore(), removeOlderThan),
  );
  const lines = found.map(({ id, bytes, storedAt, removed }) =>
    [id, `${bytes} bytes`, `since ${storedAt}`, ...(removed ? ['removed'] : [])].join('  '),
  );
  return { ok: true, json: found, lines: lines.length > 0 ? lines : ['none'] };
}

async function listReactions(): Promise<Report> {
  const found = await withEngines(({ pool, store }) => new ReactionLedger(pool, store).status());
  const lines = found.map(
    ({ name, caughtUp, failing, parked }) =>
      `${name.padEnd(16)} ${caughtUp ? 'caught up' : 'behind'}  ${failing} failing  ${parked} parked`,
  );
  return { ok: found.every(({ parked }) => parked === 0), json: found, lines };
}

async function parkedReactions(): Promise<Report> {
  const found = await withEngines(({ pool, store }) => new ReactionLedger(pool, store).parked());
  const lines = found.map(
    ({ eventId, reaction, stream, revision, attempts, lastError }) =>
      `${eventId}  ${reaction}  ${stream} at ${revision}  ${attempts} attempts  ${lastError}`,
  );
  return { ok: found.length === 0, json: found, lines: lines.length > 0 ? lines : ['none'] };
}

async function retryReaction(event: string): Promise<Report> {
  const found = await withEngines(({ pool, store }) => new ReactionLedger(pool, store).retry(event));
  const line = found ? `${event} will be tried again` : `no event ${event} is parked`;
  return { ok: found, json: { event, retried: found }, lines: [line] };
}

async function restartReaction(name: string): Promise<Report> {
  const found = await withEngines(({ pool, store }) => new ReactionLedger(pool, store).restart(name));
  const line = found ? `${name} reads from the start` : `there is no reaction ${name}`;
  return { ok: found, json: { name, restarted: found }, lines: [line] };
}

async function parkedTimers(): Promise<Report> {
  const found = await withEngines(({ pool, models }) => new TimerLedger(pool, models).parked());
  const lines = found.map(
    ({ timerId, attempts, lastError }) => `${timerId}  ${attempts} attempts  ${lastError}`,
  );
  return { ok: found.length === 0, json: found, lines: lines.length > 0 ? lines : ['none'] };
}

async function retryTimer(timer: string): Promise<Report> {
  const found = await withEngines(({ pool, models }) => new TimerLedger(pool, models).retry(timer));
  const line = found ? `${timer} will be tried again` : `no timer ${timer} is parked`;
  return { ok: found, json: { timer, retried: found }, lines: [line] };
}

async function timers(from: string, to: string): Promise<Report> {
  const found = await withEngines(({ pool, models }) =>
    new TimerLedger(pool, models).shouldHaveFired(startOfDayInChina(from), endOfDayInChina(to)),
  );
  const { overdueTimers, ...counts } = found;
  const lines = [
    ...Object.entries(counts).map(([name, value]) => `${name.padEnd(16)} ${String(value ?? '-')}`),
    ...overdueTimers.map(({ timerId, fireAt }) => `OVERDUE ${timerId} since ${dayInChina(fireAt)}`),
  ];
  return { ok: found.overdue === 0 && found.early === 0, json: found, lines };
}

/** Hours, at least one: an upload of this minute has no event yet. */
function hours(text: string): number {
  const [, number] = /^([1-9]\d{0,5})h$/.exec(text) ?? [];
  if (number !== undefined) return Number(number);
  throw new CommanderError(USAGE, 'tousu.hours', `"${text}" is no age; write a number of hours such as 24h`);
}

function day(text: string): string {
  const exists: boolean = isDay(text);
  if (exists) return text;
  throw new CommanderError(USAGE, 'tousu.day', `"${text}" is not a day; write YYYY-MM-DD`);
}

function count(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new CommanderError(USAGE, 'tousu.count', `"${text}" is not a number from 1 to 999999`);
}

async function answer(asked: Report | Promise<Report>): Promise<void> {
  const { ok, json, lines } = await asked;
  const asJson = program.opts<{ json?: boolean }>().json === true;
  console.log(asJson ? JSON.stringify(json) : lines.join('\n'));
  process.exitCode = ok ? 0 : 1;
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    if (error.code.startsWith('tousu.')) console.error(`error: ${error.message}`);
    process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  } else {
    console.error((error as Error).message || String(error));
    process.exitCode = error instanceof UsageError ? USAGE : 1;
  }
}
