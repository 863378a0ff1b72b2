import { randomUUID } from 'node:crypto';
import { QueryBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { COMPLAINT_STREAM, ListRegister, ListWork, type ListScope } from '#complaint';
import { EvaluationClock } from '#platform/clock';
import { EventStore } from '#platform/event-store';
import { Streams } from '#platform/event-sourcing';
import { ReadModels } from '#platform/projections';
import { migrateQueue } from '#platform/queue';
import {
  BEGINS,
  OFFICE_ID,
  wholeCases,
  type Given,
  type WholeCase,
} from '../../libs/complaint/simulation/whole-cases.js';
import { closedLoop, type Sample } from './measure.js';
import { office } from './rescheduling.js';
import { spread, type BenchRow } from './row.js';
import { inScratchDatabase } from './scratch.js';

const DIFFERENT_CASES = 24;
/** Cases in work at a time. */
const AT_A_TIME = 16;
const PARTS = 10;
/** Flat, but for what a machine that does other things beside takes away. */
const FLAT = { ratio: 0.85 };
const LIST_GOAL = { p99: 100 };
const PAGES = 200;
const PAGE = 50;

/**
 * Cases from the registration to the archive, through every phase: what a command costs while the register is nearly
 * empty, and when it is full. Loaded, decided and appended, with the lists kept up beside; HTTP and sealing cost the same
 * wherever a register stands, and are measured elsewhere.
 */
export function benchCases(
  adminUrl: string,
  redisUrl: string | undefined,
  cases: number,
): Promise<readonly BenchRow[]> {
  return inScratchDatabase(adminUrl, async (url) => {
    await migrateQueue(url);
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    await new EvaluationClock(pool, true).beginAt(BEGINS);
    await pool.end();
    const app = await office(url, redisUrl);
    try {
      return await asTheRegisterGrows(app, cases);
    } finally {
      await app.close();
    }
  });
}

async function asTheRegisterGrows(app: NestFastifyApplication, cases: number): Promise<readonly BenchRow[]> {
  const models = wholeCases(DIFFERENT_CASES);
  const part = Math.ceil(cases / PARTS);
  await carriedThrough(app, models, DIFFERENT_CASES);
  const first = await carriedThrough(app, models, part);
  const short = await listed(app, part);
  for (let done = 2; done < PARTS; done += 1) await carriedThrough(app, models, part);
  const last = await carriedThrough(app, models, part);
  return [
    rowOf(cases, `the first ${part}`, first),
    rowOf(cases, `the last ${part}`, last, first),
    ...short,
    ...(await listed(app, cases)),
  ];
}

function rowOf(cases: number, variant: string, sample: Sample, yardstick?: Sample): BenchRow {
  const row = {
    ...sample,
    what: `${cases} whole cases`,
    variant,
    unit: 'commands/s',
    rate: spread([sample.rate]),
  };
  return yardstick ? { ...row, ratio: spread([cheaperBy(yardstick, sample)]), goal: FLAT } : row;
}

/** By the CPU that a command takes; where the operating system does not tell, by the rate. */
function cheaperBy(yardstick: Sample, { rate, cpuMicros }: Sample): number {
  return yardstick.cpuMicros && cpuMicros ? yardstick.cpuMicros / cpuMicros : rate / yardstick.rate;
}

/** Carries so many cases through all their commands, and waits until the lists have seen it. */
async function carriedThrough(
  app: NestFastifyApplication,
  models: readonly WholeCase[],
  cases: number,
): Promise<Sample> {
  const streams = app.get(Streams);
  let begun = 0;
  const inHand: { id: string; left: Given[] }[] = [];
  const sample = await closedLoop(AT_A_TIME, Number.POSITIVE_INFINITY, async (person) => {
    if (!inHand[person]?.left.length) {
      if (begun === cases) return false;
      inHand[person] = { id: randomUUID(), left: [...(models[begun % models.length] ?? [])] };
      begun += 1;
    }
    const { id, left } = inHand[person];
    const [given] = left.splice(0, 1);
    return given && carryOut(streams, id, given);
  });
  const head = await app.get(EventStore).head();
  for (const name of ['register', 'work_list', 'deadline_list', 'timers']) {
    await app.get(ReadModels).waitFor(name, head, 300_000);
  }
  return sample;
}

async function carryOut(
  streams: Streams,
  id: string,
  { now, actor, command, context }: Given,
): Promise<void> {
  const own =
    command.type === 'RegisterComplaint'
      ? { ...command, data: { ...command.data, complaintId: id, number: id } }
      : command;
  const attempt = { commandId: randomUUID(), actor, now };
  const { outcome } = await streams.decide(COMPLAINT_STREAM, id, attempt, {
    command: () => Promise.resolve({ command: own, context }),
  });
  if (outcome !== 'done') throw new Error(`${command.type} was not carried out: ${outcome}`);
}

/** The first pages that people of the office look at. */
async function listed(app: NestFastifyApplication, cases: number): Promise<BenchRow[]> {
  const scope: ListScope = { officeId: OFFICE_ID, person: 'registrar' };
  const lists = { register: new ListRegister(scope, PAGE), 'work list': new ListWork(scope, PAGE) };
  const rows: BenchRow[] = [];
  for (const [name, query] of Object.entries(lists)) {
    let pages = 0;
    const sample = await closedLoop(1, Number.POSITIVE_INFINITY, async () =>
      pages++ < PAGES ? app.get(QueryBus).execute(query) : false,
    );
    const what = `a page of the ${name}`;
    const rate = spread([sample.rate]);
    rows.push({ ...sample, what, variant: `${cases} cases`, unit: 'pages/s', rate, goal: LIST_GOAL });
  }
  return rows;
}
