import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandIdOf } from '#platform/http';
import type { Intent, JournalLine, Result } from './history.js';
import type { Journal } from './journal.js';
import type { Chance } from '#testing';

/** Where the clients find the system, and as whom they come. */
export interface Counter {
  /** Addresses of the API processes; any of them may be away. */
  readonly bases: readonly string[];
  readonly tokenOf: (actor: string) => Promise<string>;
  readonly journal: Journal<JournalLine>;
  /** Told of every acknowledgement. */
  readonly acknowledged: () => void;
  /** Told of a case that was acknowledged and cannot be read. */
  readonly unreadable: (path: string) => void;
}

/** A request before it has a key. */
export interface Wish {
  readonly actor: string;
  readonly path: string;
  readonly body: object;
  readonly stream?: string;
  readonly expected?: number;
  readonly mark?: string;
}

const PATIENCE_MS = 4_000;
const PAUSE_MS = 120;
/**
 * The answer says that somebody else has to answer, or later: what became of the request is open. A process whose wall
 * clock is wrong takes every token for expired (401), until it is mended.
 */
const OPEN = new Set([401, 408, 425, 429]);

/** A client that never gives a request up: it asks with the same key until it knows what became of it. */
export class OfficeClient {
  constructor(
    private readonly counter: Counter,
    private readonly chance: Chance,
    /** Longest that one request is asked for again, in ms. */
    private readonly persistMs = 90_000,
  ) {}

  /** Reads until somebody answers; nothing when the answer is that it may not be read, or is not there. */
  async read(actor: string, path: string): Promise<Record<string, unknown> | undefined> {
    const until = performance.now() + this.persistMs;
    while (performance.now() < until) {
      const response = await this.send(actor, 'GET', path, {}).catch(() => undefined);
      const status = response?.status ?? 503;
      // The connection may be cut in the midst of an answer.
      const body = await response?.json().catch(() => undefined);
      if (status === 200 && body !== undefined) return body as Record<string, unknown>;
      if (status < 500 && status !== 200 && !OPEN.has(status)) break;
      await sleep(PAUSE_MS);
    }
    this.counter.unreadable(path);
    return undefined;
  }

  /** Sends a command under a new key; now and then twice at once, or again after it was acknowledged. */
  async perform(wish: Wish): Promise<Result> {
    const { actor, path, body, ...about } = wish;
    const key = randomUUID();
    const commandId = commandIdOf({ actorId: actor, method: 'POST', path }, key);
    const intent: Intent = { ...about, key, commandId, actor, path };
    const twin = this.chance.is(0.1) ? this.persist(intent, body, 1000) : undefined;
    const result = await this.persist(intent, body, 0);
    await twin;
    if (result.kind === 'ok' && this.chance.is(0.1)) await this.persist(intent, body, 2000);
    return result;
  }

  private async persist(intent: Intent, body: object, firstAttempt: number): Promise<Result> {
    const until = performance.now() + this.persistMs;
    for (let attempt = firstAttempt; ; attempt += 1) {
      const result = await this.attempt(intent, body, attempt);
      if (result.kind !== 'unknown' || performance.now() > until) return result;
      await sleep(PAUSE_MS);
    }
  }

  private async attempt(intent: Intent, body: object, attempt: number): Promise<Result> {
    const { journal } = this.counter;
    journal.write({ line: 'invoke', attempt, at: performance.now(), intent });
    const result = await this.ask(intent, body);
    journal.write({ line: 'end', key: intent.key, attempt, at: performance.now(), result });
    if (result.kind === 'ok') this.counter.acknowledged();
    return result;
  }

  private async ask({ actor, path, key, expected }: Intent, body: object): Promise<Result> {
    try {
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(expected === undefined ? {} : { 'if-match': `"${expected}"` }),
      };
      const response = await this.send(actor, 'POST', path, headers, JSON.stringify(body));
      return resultOf(response.status, (await response.json()) as Record<string, unknown>);
    } catch (error) {
      const cause = (error as { cause?: { code?: string } }).cause?.code;
      return { kind: 'unknown', why: cause ?? (error as Error).name };
    }
  }

  private async send(
    actor: string,
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Response> {
    return fetch(this.chance.pick(this.counter.bases) + path, {
      method,
      body,
      headers: { ...headers, authorization: `Bearer ${await this.counter.tokenOf(actor)}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  }
}

function resultOf(status: number, body: Record<string, unknown>): Result {
  if (status >= 500 || OPEN.has(status)) return { kind: 'unknown', why: `${status} ${String(body['code'])}` };
  if (status >= 400) return { kind: 'fail', status, code: String(body['code']) };
  const { id, number, revision, phase, events } = body;
  return {
    kind: 'ok',
    status,
    answer: {
      id: String(id),
      number: String(number),
      revision: Number(revision),
      phase: String(phase),
      events: (events as unknown[]).map(String),
    },
  };
}
