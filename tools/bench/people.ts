import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RegisterComplaint, type CaseRequest } from '#complaint';
import { quantile, spread, type BenchRow } from './row.js';

export const OFFICE = 'bench';
export const ACTOR = { id: 'bench', roles: ['registrar'], office: OFFICE };
/** Nobody at a desk waits for longer than half a second, whatever goes on beside. */
const COMMAND_GOAL = { p99: 500 };
const COMMAND_EVERY_MS = 50;

/** Somebody registers a complaint twenty times a second; answers the times of all of them, sorted. */
export function people(app: NestFastifyApplication): { stop(): Promise<readonly number[]> } {
  const commands = app.get(CommandBus);
  const times: Promise<number>[] = [];
  const register = async (): Promise<number> => {
    const began = performance.now();
    const id = randomUUID();
    const request: CaseRequest = { complaintId: id, commandId: id, actor: ACTOR, access: () => null };
    const { outcome } = await commands.execute(
      new RegisterComplaint(request, {
        channel: 'phone',
        complainants: [{ name: '某人' }],
        respondent: { name: '某旅行社' },
        facts: '行程被缩短。',
        claims: [],
        evidence: [],
      }),
    );
    if (outcome !== 'done') throw new Error(`a complaint was not registered: ${outcome}`);
    return performance.now() - began;
  };
  const timer = setInterval(() => times.push(register()), COMMAND_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      return (await Promise.all(times)).sort((a, b) => a - b);
    },
  };
}

/** What people noticed of something that took so long. @param times of their commands, sorted, ms */
export function meanwhile(what: string, times: readonly number[], ms: number): BenchRow {
  return {
    what,
    variant: 'registrations meanwhile',
    unit: 'commands/s',
    rate: spread([(times.length * 1000) / ms]),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    goal: COMMAND_GOAL,
  };
}
