import type { Answer, PostOptions } from './client.js';
import { idOf, type OperatorId, type OperatorPost, type PersonName } from './people.js';
import type { World } from './world.js';

const PATH = '/v1/operator/complaints';

/** A complaint that came by phone; `changes` replace whole fields. */
export function direct(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    way: 'phone',
    complainant: { name: '钱思齐', phone: '10012340001' },
    concerned: { unit: '古城门市部', staff: ['guide-7'] },
    facts: '导游擅自增加购物点。',
    claim: '退还购物款 1,280 元。',
    ...changes,
  };
}

/** An investigation by two people of that operator. */
export function investigation(operator: OperatorId, changes: Readonly<Record<string, unknown>> = {}) {
  return {
    investigators: [idOf(`${operator}/agent`), idOf(`${operator}/clerk`)],
    facts: '行程单外增加一处购物点，属实。',
    evidence: ['行程单'],
    ...changes,
  };
}

export function outcome(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    kind: 'settled',
    opinion: '退还购物款并致歉。',
    agreement: '双方协商书：三日内退款。',
    paidFen: 128_000,
    ...changes,
  };
}

/** One complaint in an operator's own register, and its people who take it through. Acts at the revision it finds. */
export class DirectStory {
  private constructor(
    readonly world: World,
    readonly operator: OperatorId,
    readonly id: string,
    readonly number: string,
  ) {}

  static async begin(
    world: World,
    changes: Readonly<Record<string, unknown>> = {},
    operator: OperatorId = 'shanshui',
  ): Promise<DirectStory> {
    const answer = await (await world.as(`${operator}/clerk`)).post(PATH, direct(changes));
    if (answer.status !== 201) throw new Error(`not received: ${JSON.stringify(answer.body)}`);
    return new DirectStory(world, operator, answer.body.id, answer.body.number);
  }

  get path(): string {
    return `${PATH}/${this.id}`;
  }

  async get(rest = '', as: OperatorPost = 'clerk'): Promise<Answer> {
    return (await this.world.as(`${this.operator}/${as}`)).get(`${this.path}${rest}`);
  }

  async read(rest = '', as: OperatorPost = 'clerk'): Promise<Answer['body']> {
    return (await this.get(rest, as)).body;
  }

  /** Sends a command at the current revision, whatever comes of it. */
  async attempt(by: PersonName, act: string, body: unknown = {}, options: PostOptions = {}): Promise<Answer> {
    const { revision } = await this.read();
    return (await this.world.as(by)).post(`${this.path}/${act}`, body, { ifMatch: revision, ...options });
  }

  /** Does it; throws unless it is done. */
  async act(by: OperatorPost, act: string, body: unknown = {}): Promise<this> {
    const answer = await this.attempt(`${this.operator}/${by}`, act, body);
    if (answer.status >= 300) throw new Error(`${act}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return this;
  }

  async assigned(): Promise<this> {
    return this.act('manager', 'responsible', { responsible: idOf(`${this.operator}/agent`) });
  }

  async investigated(): Promise<this> {
    await this.assigned();
    return this.act('agent', 'investigations', investigation(this.operator));
  }

  async archived(retention: object = {}): Promise<this> {
    await this.investigated();
    await this.act('agent', 'outcome', outcome());
    return this.act('clerk', 'archive', retention);
  }
}
