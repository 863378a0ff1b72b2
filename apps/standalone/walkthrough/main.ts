import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_ACCOUNTS, SAMPLE_OFFICE, type Account } from '#identity';
import { EventStore, type PostgresEventStore } from '#platform/event-store';
import { Closing, createLog, endSignal } from '#platform/lifecycle';
import { OfficeClient } from '../client/office-client.js';
import { OfficeDays } from '../client/office-days.js';
import { startStandalone, type Standalone } from '../start.js';
import { inPlainWords } from '../words.js';
import { eventLine } from './event-line.js';
import { Printer } from './printer.js';
import { STORY, STORY_BEGINS } from './story.js';
import { same, Unexpected, Walk } from './walk.js';

/** Two people with two duties each: so that one sees duties being kept apart by the case and not by the role. */
const ACCOUNTS: readonly Account[] = [
  ...SAMPLE_ACCOUNTS,
  { id: 'acting-leader', name: '白行简', roles: ['registrar', 'leader'], officeId: SAMPLE_OFFICE.id },
  { id: 'deputy', name: '江晚晴', roles: ['officer', 'section-head'], officeId: SAMPLE_OFFICE.id },
];

/** What must still be running at the end, each with its due date. */
const STILL_RUNNING = [
  'DL-DISPOSE.RB-2026.1 due 2026-06-08',
  'DL-MEDIATE.RB-MANUAL.1 due 2026-05-08',
  'DL-SETTLE-REPORT.RB-MANUAL.1 due 2026-05-09',
];

const signal = endSignal();
const closing = new Closing();
const printer = new Printer(process.stdout.isTTY && !process.env['NO_COLOR']);

async function start(): Promise<Standalone> {
  const dataFolder = join(mkdtempSync(join(tmpdir(), 'tousu-walkthrough-')), 'data');
  closing.add(() => rmSync(join(dataFolder, '..'), { recursive: true, force: true }));
  return startStandalone({
    settings: {
      port: 0,
      host: '127.0.0.1',
      dataFolder,
      attachments: { env: {} },
      profile: { name: 'evaluation' },
    },
    log: createLog(process.env, 'walkthrough'),
    closing,
    signal,
    accounts: ACCOUNTS,
    beginsAt: STORY_BEGINS,
  });
}

async function walkThrough(): Promise<void> {
  printer.line('一件投诉，从登记到答复 · One complaint, from the counter to the answer');
  printer.line('A throwaway Tousu of its own is started; every scene is checked against the rules.');
  const { url, accounts, app } = await start();
  const client = new OfficeClient(
    url,
    Object.fromEntries(accounts.map(({ id, password }) => [id, password])),
  );
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const days = new OfficeDays(client, signal);
  await days.settled();
  const walk = new Walk(client, days, names, printer);
  const id = await walk.play(STORY);

  printer.chapter('六、全部经过与校验', 'The whole history, and its hash chain');
  const history = await walk.history();
  for (const event of history) {
    const place = String(event.revision).padStart(3);
    printer.line(`${place}  ${event.chain.slice(0, 12)}…  ${event.actor.id.padEnd(14)} ${eventLine(event)}`);
  }
  const clocks = await client.get('auditor', `/v1/complaints/${id}/clocks`);
  const running = (clocks.body['clocks'] as unknown as { clock: string; status: string; dueOn: string }[])
    .filter(({ status }) => status === 'running')
    .map(({ clock, dueOn }) => `${clock} due ${dueOn}`);
  same('clocks that go on running', STILL_RUNNING, running.toSorted());
  const stream = `complaint-${id}`;
  const verdict = await app.get<PostgresEventStore>(EventStore).verify(stream);
  if (!verdict.intact) throw new Unexpected(`the hash chain is broken: ${JSON.stringify(verdict)}`);
  same('events in the chain', [String(history.length)], [String(verdict.events)]);
  printer.line('');
  printer.line(`链完整 · The chain is whole: ${verdict.events} events, ${verdict.chain}`);
  printer.line(`全部 ${STORY.length} 幕均符合规则 · All ${STORY.length} scenes came as the rules say.`);
}

let code = 0;
try {
  await walkThrough();
} catch (error) {
  code = 1;
  if (error instanceof Unexpected) console.error(`\n✗ Not as the rules say. ${error.message}\n`);
  else if (!signal.aborted) console.error(inPlainWords(error));
}
const faults = await closing.run();
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : code);
