import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
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
import { ownCpuMicros } from './machine.js';
import { cpuSince } from './measure.js';
import { office } from './rescheduling.js';
import { quantile, spread, type BenchRow } from './row.js';
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

interface Figures {
  readonly commands: number;
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMicros: number | undefined;
}

/**
 * Cases from the registration to the archive, through every phase: what a command costs while the register is nearly
 * empty, and when it is full. Loaded, decided, appended, and until the lists show it; HTTP and sealing cost the same
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

function rowOf(cases: number, variant: string, figures: Figures, yardstick?: Figures): BenchRow {
  const { rate, p50, p99, cpuMicros } = figures;
  const row = {
    what: `${cases} whole cases`,
    variant,
    unit: 'commands/s',
    rate: spread([rate]),
    p50,
    p99,
    cpuMicros,
  };
  return yardstick ? { ...row, ratio: spread([cheaperBy(yardstick, figures)]), goal: FLAT } : row;
}

/** By the CPU that a command takes; where the operating system does not tell, by the rate. */
function cheaperBy(yardstick: Figures, { rate, cpuMicros }: Figures): number {
  return yardstick.cpuMicros && cpuMicros ? yardstick.cpuMicros / cpuMicros : rate / yardstick.rate;
}

/** Carries so many cases through all their commands, and waits until the lists have seen it. */
async function carriedThrough(
  app: NestFastifyApplication,
  models: readonly WholeCase[],
  cases: number,
): Promise<Figures> {
  const [began, cpu] = [performance.now(), ownCpuMicros()];
  const times: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < cases; index = next++) {
      await carryThrough(app.get(Streams), models[index % models.length] ?? [], times);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  const head = await app.get(EventStore).head();
  for (const name of ['register', 'work_list', 'deadline_list', 'timers']) {
    await app.get(ReadModels).waitFor(name, head, 300_000);
  }
  const seconds = (performance.now() - began) / 1000;
  const cpuMicros = cpuSince(cpu, times.length);
  times.sort((a, b) => a - b);
  return {
    commands: times.length,
    rate: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    cpuMicros,
  };
}

async function carryThrough(streams: Streams, model: WholeCase, times: number[]): Promise<void> {
  const id = randomUUID();
  for (const given of model) {
    const began = performance.now();
    await carryOut(streams, id, given);
    times.push(performance.now() - began);
  }
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
    const times: number[] = [];
    for (let page = 0; page < PAGES; page += 1) {
      const began = performance.now();
      await app.get(QueryBus).execute(query);
      times.push(performance.now() - began);
    }
    const rate = (PAGES * 1000) / times.reduce((sum, ms) => sum + ms, 0);
    times.sort((a, b) => a - b);
    const figures = { rate: spread([rate]), p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
    rows.push({
      what: `a page of the ${name}`,
      variant: `${cases} cases`,
      unit: 'pages/s',
      ...figures,
      goal: LIST_GOAL,
    });
  }
  return rows;
}
