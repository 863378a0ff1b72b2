import {
  callRecord,
  disputePoints,
  record,
  registration,
  reply,
  review,
  service,
  session,
} from './bodies.js';
import type { Answer, PostOptions } from './client.js';
import { idOf, type OfficeId, type PersonName, type Post } from './people.js';
import type { World } from './world.js';

/** One complaint, and the people of its office who take it through. Acts at the revision it finds. */
export class Story {
  private constructor(
    readonly world: World,
    readonly office: OfficeId,
    readonly id: string,
    readonly number: string,
    private revision: number,
  ) {}

  /** Registers a complaint. */
  static async begin(
    world: World,
    changes: Readonly<Record<string, unknown>> = {},
    { by = 'registrar', office = 'yunhai' }: { by?: Post; office?: OfficeId } = {},
  ): Promise<Story> {
    const answer = await (await world.as(named(by, office))).post('/v1/complaints', registration(changes));
    if (answer.status !== 201) throw new Error(`not registered: ${JSON.stringify(answer.body)}`);
    return new Story(world, office, answer.body.id, answer.body.number, answer.body.revision);
  }

  /** The case that another office got from this one, as its own people take it through. */
  static async at(world: World, office: OfficeId, id: string): Promise<Story> {
    const { body } = await (await world.as(named('leader', office))).get(`/v1/complaints/${id}`);
    return new Story(world, office, id, body.number, body.revision);
  }

  get path(): string {
    return `/v1/complaints/${this.id}`;
  }

  person(post: Post): PersonName {
    return named(post, this.office);
  }

  /** The case as the leader sees it, or another. */
  async read(query = '', as: Post = 'leader'): Promise<Answer['body']> {
    return (await this.get(query, as)).body;
  }

  async get(rest = '', as: Post = 'leader', headers: Record<string, string> = {}): Promise<Answer> {
    return (await this.world.as(this.person(as))).get(`${this.path}${rest}`, headers);
  }

  async history(): Promise<Answer['body'][]> {
    return (await this.read('/history')).events;
  }

  /** A clock of the case by the beginning of its name, e.g. `DL-REPLY.RB-2026`. */
  async clock(name: string): Promise<Answer['body']> {
    const { clocks } = await this.read('/clocks');
    const found = clocks.findLast((clock: { clock: string }) => clock.clock.startsWith(name));
    if (!found) throw new Error(`no clock ${name} among ${clocks.map((c: { clock: string }) => c.clock)}`);
    return found;
  }

  /** Sends a command at the case's current revision, whatever comes of it. */
  async attempt(by: PersonName, act: string, body: unknown = {}, options: PostOptions = {}): Promise<Answer> {
    const { revision } = await this.read();
    return (await this.world.as(by)).post(`${this.path}/${act}`, body, { ifMatch: revision, ...options });
  }

  /** Does it, by somebody of the office, reading anew if the case has moved on; throws unless it is done. */
  async act(by: Post, act: string, body: unknown = {}): Promise<Answer> {
    const client = await this.world.as(this.person(by));
    const first = await client.post(`${this.path}/${act}`, body, { ifMatch: this.revision });
    const answer = first.status === 412 ? await this.attempt(this.person(by), act, body) : first;
    if (answer.status >= 300) throw new Error(`${act}: ${answer.status} ${JSON.stringify(answer.body)}`);
    this.revision = (answer.body as { revision?: number }).revision ?? this.revision;
    return answer;
  }

  /** Review begun and completed by the registrar. */
  async reviewed(changes: Readonly<Record<string, unknown>> = {}): Promise<this> {
    const { phase } = await this.read();
    if (phase === 'registered') await this.act('registrar', 'review-start');
    await this.act('registrar', 'preliminary-review', review(changes));
    return this;
  }

  /** Reviewed, decided by the leader, and given to officer1. */
  async decided(decision: object, reviewChanges: Readonly<Record<string, unknown>> = {}): Promise<this> {
    await this.reviewed(reviewChanges);
    await this.act('leader', 'acceptance-decision', decision);
    await this.act('section-head', 'handlers', { handlers: [idOf(this.person('officer1'))] });
    return this;
  }

  /** Accepted and filed (G14). */
  async filed(): Promise<this> {
    await this.decided({ outcome: 'accept' });
    await this.act('officer1', 'filing-request', { report: '事实清楚，建议立案。' });
    await this.act('leader', 'filing-approval');
    return this;
  }

  /** Drafts and issues a document; answers its id. */
  async issued(kind: string, by: Post = 'officer1'): Promise<string> {
    const documentId = await this.drafted(kind, by);
    await this.act('section-head', `documents/${documentId}/issue`);
    return documentId;
  }

  async drafted(kind: string, by: Post = 'officer1'): Promise<string> {
    await this.act(by, 'documents', { kind });
    const { documents } = await this.read();
    return documents.findLast((document: { kind: string }) => document.kind === kind).documentId;
  }

  /** Drafts, issues and serves a document now, or at `servedAt`. */
  async served(kind: string, changes: { servedAt?: string } & Record<string, unknown> = {}): Promise<string> {
    const documentId = await this.issued(kind);
    const body = service(changes.servedAt ?? (await this.world.now()), changes);
    await this.act('officer1', `documents/${documentId}/service`, body);
    return documentId;
  }

  /** Taken back in writing by every complainant. */
  async withdrawn(by: Post = 'officer1'): Promise<this> {
    const { complainants } = await this.read();
    const consents = complainants.map(({ subject }: { subject: string }) => subject);
    await this.act(by, 'withdrawal', { form: 'written', consents });
    return this;
  }

  /** The call that the closing requires, made by the registrar (H10). */
  async followedUp(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const { callbackId } = await this.callback('follow-up');
    await this.act('registrar', `callbacks/${callbackId}/completion`, callRecord(changes));
    return callbackId;
  }

  /** The last call of that kind. */
  async callback(kind: string): Promise<{ callbackId: string } & Record<string, unknown>> {
    const { callbacks = [] } = await this.read();
    const found = callbacks.findLast((one: { kind: string }) => one.kind === kind);
    if (!found) throw new Error(`no ${kind} among the calls`);
    return found;
  }

  /** Accepted, filed, and both notices served: the respondent's days run. */
  async notified(): Promise<this> {
    await this.filed();
    await this.served('D04');
    await this.served('D05', { recipient: '前台李某', relation: 'receiving-staff' });
    return this;
  }

  /** Notified, answered, investigated by two, the facts established. */
  async investigated(): Promise<this> {
    await this.notified();
    await this.act('officer1', 'reply', reply());
    const two = [idOf(this.person('officer1')), idOf(this.person('officer2'))];
    const investigators = two.map((id, index) => ({ id, certificate: `云执 ${index + 1}` }));
    await this.act('officer1', 'investigation', { investigators });
    await this.act('officer1', 'dispute-points', disputePoints());
    await this.act('officer1', 'investigation-records', record(two));
    await this.act('officer1', 'facts', await this.facts());
    return this;
  }

  /** Facts that rest on every record, the respondent answering for every point. */
  async facts(): Promise<object> {
    const { investigation } = await this.read();
    const { records, points } = investigation as {
      records: { recordId: string }[];
      points: { pointId: string }[];
    };
    return {
      facts: '两晚实住低于约定标准。',
      records: records.map(({ recordId }) => recordId),
      liability: points.map(({ pointId }) => ({
        pointId,
        liability: 'respondent',
        reasons: '未征得同意即变更住宿。',
      })),
    };
  }

  /** Mediation asked for by the complainant and opened. */
  async mediating(): Promise<this> {
    await this.investigated();
    await this.act('officer1', 'mediation-requests', { party: 'complainant' });
    await this.act('officer1', 'mediation', { mediators: [idOf(this.person('officer1'))] });
    return this;
  }

  /** Mediated in one session without agreement. */
  async mediationFailed(): Promise<this> {
    await this.mediating();
    await this.act('officer1', 'mediation-sessions', session());
    await this.act('officer1', 'mediation-failure', { reason: 'no-agreement', note: '差距过大。' });
    return this;
  }

  /** Reported, signed by everybody, checked. */
  async settled(): Promise<this> {
    await this.act('officer1', 'settlement', {
      terms: '退还房费一半。',
      amountFen: 60_000,
      payBy: '2026-12-31',
    });
    await this.act('officer1', 'settlement/signatures', {
      complainants: await this.subjects(),
      respondent: true,
    });
    await this.act('officer1', 'settlement/check', {
      principles: ['voluntary', 'equal', 'lawful'],
      finding: '自愿、平等、合法。',
    });
    return this;
  }

  /** What both sides agreed to, signed by everybody. */
  async agreement(): Promise<object> {
    const complainants = await this.subjects();
    return {
      terms: '退还差价并致歉。',
      amountFen: 52_000,
      payBy: '2026-12-31',
      complainants,
      respondent: true,
    };
  }

  /** The complainants as the case names them. */
  async subjects(): Promise<string[]> {
    const { complainants } = await this.read();
    return (complainants as { subject: string }[]).map(({ subject }) => subject);
  }
}

function named(post: Post, office: OfficeId): PersonName {
  return office === 'yunhai' ? post : `${office}/${post}`;
}
