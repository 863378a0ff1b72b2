import { plainLicence } from '#kernel';
import { readFileSync } from 'node:fs';
import { Operators, type Operator } from '../use-cases/index.js';

/** The list of operators cannot be used; the message says which entry and why. */
export class OperatorsUnusable extends Error {
  override readonly name = 'OperatorsUnusable';
}

/** An operator's id is part of the names of its number registers, and stands in tokens. */
const STREAM_PART = /^[0-9A-Za-z_-]{1,40}$/;

/** A fixed list of operators, perhaps empty. Throws {@link OperatorsUnusable} for two of one id or one licence. */
export class OperatorsList extends Operators {
  private readonly byId: ReadonlyMap<string, Operator>;
  private readonly byLicence: ReadonlyMap<string, string>;

  constructor(operators: readonly Operator[]) {
    super();
    this.byId = new Map(operators.map((operator) => [operator.id, operator]));
    this.byLicence = new Map(operators.map(({ id, licence }) => [plainLicence(licence), id]));
    if (this.byId.size < operators.length) throw new OperatorsUnusable('two operators have the same id');
    if (this.byLicence.size < operators.length)
      throw new OperatorsUnusable('two operators have the same licence');
    const odd = operators.find(({ id }) => !STREAM_PART.test(id));
    if (odd) throw new OperatorsUnusable(`operator ${odd.id}: an id has letters, digits, _ and -`);
  }

  override operator(id: string): Operator | undefined {
    return this.byId.get(id);
  }

  override withLicence(licence: string): string | undefined {
    return this.byLicence.get(plainLicence(licence));
  }
}

/**
 * Operators from a JSON file: `[{"id": "…", "name": {"zh": "…", "en": "…"}, "licence": "…", "word": "青山"}]`.
 * Throws {@link OperatorsUnusable}.
 */
export function operatorsFromFile(path: string): OperatorsList {
  let entries: unknown;
  try {
    entries = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new OperatorsUnusable(`the operators file ${path} cannot be read: ${(cause as Error).message}`, {
      cause,
    });
  }
  if (!Array.isArray(entries)) throw new OperatorsUnusable(`the operators file ${path} does not hold a list`);
  return new OperatorsList(entries.map((entry: unknown, index) => operatorOf(entry, index, path)));
}

const FIELDS = ['id', 'name', 'licence', 'word'];

function operatorOf(entry: unknown, index: number, path: string): Operator {
  const given = Object(entry) as Partial<Operator>;
  const { id, name, licence, word } = given;
  const which = `operator ${index + 1}${typeof id === 'string' ? ` (${id})` : ''} in ${path}`;
  const texts = { id, licence, word, 'name.zh': name?.zh, 'name.en': name?.en };
  const missing = Object.entries(texts).filter(([, text]) => typeof text !== 'string' || text === '');
  if (missing.length > 0) {
    throw new OperatorsUnusable(`${which} lacks ${missing.map(([field]) => field).join(', ')}`);
  }
  const unknown = Object.keys(given).filter((field) => !FIELDS.includes(field));
  if (unknown.length > 0)
    throw new OperatorsUnusable(`${which} has fields that there are not: ${unknown.join(', ')}`);
  return { id, name, licence, word } as Operator;
}
