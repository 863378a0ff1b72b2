import { setTimeout as sleep } from 'node:timers/promises';
import { idOf, registration, reply, review, service, type Post } from '../support/index.js';
import type { Result } from './history.js';
import type { OfficeClient } from './office-client.js';
import type { Chance } from '#testing';

/** What a journey needs to know of the world. */
export interface Surroundings {
  readonly client: OfficeClient;
  readonly chance: Chance;
  /** The office's time, from the database, in ms; waits while it is away. */
  readonly officeTime: () => Promise<number>;
  readonly stopping: () => boolean;
  readonly mark: string;
}

interface Case {
  readonly revision: number;
  readonly phase: string;
  readonly documents: readonly {
    readonly documentId: string;
    readonly kind: string;
    readonly number?: string;
  }[];
}

const DAY_MS = 86_400_000;
const TRIES = 12;
const dayOf = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);

/** One complaint, taken as far as chance leads: what is left lying is what clocks run out on. */
export class Journey {
  private id = '';

  constructor(private readonly around: Surroundings) {}

  async run(): Promise<void> {
    const { chance } = this.around;
    const endedOn = dayOf((await this.around.officeTime()) - 10 * DAY_MS);
    if (!(await this.register(endedOn))) return;
    if (this.leaves(0.15) || !(await this.act('registrar', 'review-start', {}))) return;
    if (chance.is(0.3)) {
      await this.act('registrar', 'supplement-requests', { items: ['evidence'], note: '请补交发票。' });
      if (this.leaves(0.4)) return;
      await this.act('registrar', 'supplements', { items: ['evidence'], note: '已补交。' });
    }
    if (this.leaves(0.1)) return;
    const limitation = [{ claim: 0, class: 'other', startedOn: endedOn }];
    if (!(await this.act('registrar', 'preliminary-review', review({ limitation })))) return;
    if (this.leaves(0.1)) return;
    if (!(await this.act('leader', 'acceptance-decision', { outcome: 'accept' }))) return;
    await this.act('section-head', 'handlers', { handlers: [idOf('officer1')] });
    if (this.leaves(0.1) || !(await this.act('officer1', 'filing-request', { report: '建议立案。' }))) return;
    if (!(await this.act('leader', 'filing-approval', {}))) return;
    await this.serve('D04', '王晓梅', 'addressee');
    if (this.leaves(0.2)) return;
    await this.serve('D05', '前台李某', 'receiving-staff');
    if (this.leaves(0.4)) return;
    await this.act('officer1', 'reply', reply());
  }

  private leaves(probability: number): boolean {
    return this.around.stopping() || this.around.chance.is(probability);
  }

  private async register(endedOn: string): Promise<boolean> {
    const { client, mark } = this.around;
    const contract = { number: mark, signedAt: '2026-01-20', endedOn };
    const body = registration({ contract });
    const result = await client.perform({ actor: idOf('registrar'), path: '/v1/complaints', body, mark });
    if (result.kind === 'ok') this.id = result.answer.id;
    return result.kind === 'ok';
  }

  /**
   * Acts at the revision it finds until it is done. Now and then a rival asks for the same at the same revision, or
   * somebody asks at a stale one: both must leave nothing.
   */
  private async act(
    by: Post,
    act: string,
    body: Record<string, unknown> | (() => Promise<object>),
  ): Promise<boolean> {
    const { client, chance } = this.around;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const seen = await this.read();
      if (!seen) return false;
      const { revision } = seen;
      const wish = {
        actor: idOf(by),
        path: `/v1/complaints/${this.id}/${act}`,
        body: typeof body === 'function' ? await body() : body,
        stream: `complaint-${this.id}`,
        expected: revision,
      };
      if (revision > 0 && chance.is(0.05)) await client.perform({ ...wish, expected: revision - 1 });
      const rival = chance.is(0.2) ? client.perform(wish) : undefined;
      const results = [await client.perform(wish), await rival];
      if (results.some((result) => result?.kind === 'ok')) return true;
      // Somebody was faster, a clock rang, or the office's time has just been moved: look again.
      if (!results.some(isWorthAnother)) return false;
      await sleep(tries * 30);
    }
    return false;
  }

  private async serve(kind: string, recipient: string, relation: string): Promise<void> {
    if (!(await this.act('officer1', 'documents', { kind }))) return;
    const documents = (await this.read())?.documents ?? [];
    const documentId = documents.findLast((document) => document.kind === kind)?.documentId;
    if (documentId === undefined || !(await this.act('section-head', `documents/${documentId}/issue`, {})))
      return;
    await this.act('officer1', `documents/${documentId}/service`, async () => {
      const servedAt = new Date(await this.around.officeTime()).toISOString();
      return service(servedAt, { recipient, relation });
    });
  }

  private async read(): Promise<Case | undefined> {
    return (await this.around.client.read(idOf('leader'), `/v1/complaints/${this.id}`)) as unknown as
      Case | undefined;
  }
}

/** Refused for a reason of the moment: the revision, or a time that an API process does not know of yet. */
function isWorthAnother(result: Result | undefined): boolean {
  return result?.kind === 'fail' && (result.status === 412 || result.code.startsWith('happened-'));
}
