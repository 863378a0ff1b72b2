import { readFileSync } from 'node:fs';
import { allRulebooks } from '#rulebook';
import { LEVELS, OfficeTree, problemsOfOffices, type Office } from '../domain/index.js';
import { Offices } from '../use-cases/index.js';

/** The list of offices cannot be used; the message says which entry and why. */
export class OfficesUnusable extends Error {
  override readonly name = 'OfficesUnusable';
}

/** The offices of a list. Throws {@link OfficesUnusable} for none, and for the first that does not fit the others. */
export class OfficesList extends Offices {
  constructor(offices: readonly Office[]) {
    if (offices.length === 0) throw new OfficesUnusable('there is no office in the list');
    for (const { id, internalRulebook } of offices) checkRulebook(id, internalRulebook);
    const [problem] = problemsOfOffices(offices);
    if (problem !== undefined) throw new OfficesUnusable(problem);
    super(new OfficeTree(offices));
  }
}

/**
 * Offices from a JSON file: a list of `{"id": "…", "name": {"zh": "…", "en": "…"}, "word": "云旅投", "level": "city",
 * "division": "530100"}`, each with the `parent` that stands above it in the list, if any, and with `internalRulebook`
 * where it is not RB-MANUAL. Throws {@link OfficesUnusable}.
 */
export function officesFromFile(path: string): OfficesList {
  let entries: unknown;
  try {
    entries = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new OfficesUnusable(`the offices file ${path} cannot be read: ${(cause as Error).message}`, {
      cause,
    });
  }
  if (!Array.isArray(entries)) throw new OfficesUnusable(`the offices file ${path} does not hold a list`);
  return new OfficesList(entries.map((entry: unknown, index) => officeOf(entry, index, path)));
}

const FIELDS = ['id', 'name', 'word', 'level', 'division', 'parent', 'internalRulebook'];

function officeOf(entry: unknown, index: number, path: string): Office {
  const given = Object(entry) as Partial<Office>;
  const { id, name, word, level, division, parent, internalRulebook } = given;
  const which = `office ${index + 1}${typeof id === 'string' ? ` (${id})` : ''} in ${path}`;
  const texts = { id, word, level, division, 'name.zh': name?.zh, 'name.en': name?.en };
  const missing = Object.entries(texts).filter(([, text]) => typeof text !== 'string' || text === '');
  if (missing.length > 0) {
    const names = missing.map(([field]) => field).join(', ');
    const hint = names.includes('level') ? `; a level is one of ${LEVELS.join(', ')}` : '';
    throw new OfficesUnusable(`${which} lacks ${names}${hint}`);
  }
  const unknown = Object.keys(given).filter((field) => !FIELDS.includes(field));
  if (unknown.length > 0)
    throw new OfficesUnusable(`${which} has fields that there are not: ${unknown.join(', ')}`);
  const rest = { internalRulebook: internalRulebook ?? 'RB-MANUAL', ...(parent ? { parent } : {}) };
  return { id, name, word, level, division, ...rest } as Office;
}

/** An office's id is part of the names of its number registers. */
const STREAM_PART = /^[0-9A-Za-z_-]{1,40}$/;

function checkRulebook(office: string, id: string): void {
  if (!STREAM_PART.test(office))
    throw new OfficesUnusable(`office ${office}: an id has letters, digits, _ and -`);
  const rulebook = allRulebooks().find((one) => one.id === id);
  if (!rulebook) throw new OfficesUnusable(`office ${office}: there is no rulebook ${id}`);
  if (rulebook.kind !== 'internal') {
    throw new OfficesUnusable(`office ${office}: ${id} is the law, not an office's own rulebook`);
  }
}
