import { readFileSync } from 'node:fs';
import { People, PeopleUnusable, type Person } from '../domain/people.js';
import { isPersonId } from './claims.js';

/** Which offices and operators there are for people to belong to. */
export interface Employers {
  office(id: string): boolean;
  operator(id: string): boolean;
}

/**
 * People from a JSON file: `[{"id": "…", "office": "…"}, {"id": "…", "operator": "…"}]`, the ids as the tokens carry them.
 * Throws {@link PeopleUnusable}.
 */
export function peopleFromFile(path: string, employers: Employers): People {
  let entries: unknown;
  try {
    entries = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new PeopleUnusable(`the people file ${path} cannot be read: ${(cause as Error).message}`, {
      cause,
    });
  }
  if (!Array.isArray(entries)) throw new PeopleUnusable(`the people file ${path} does not hold a list`);
  return new People(entries.map((entry: unknown, index) => personOf(entry, index, path, employers)));
}

const FIELDS = ['id', 'office', 'operator'];

function personOf(entry: unknown, index: number, path: string, employers: Employers): Person {
  const given = Object(entry) as { id?: unknown; office?: unknown; operator?: unknown };
  const { id, office, operator } = given;
  const which = `person ${index + 1}${typeof id === 'string' ? ` (${id})` : ''} in ${path}`;
  const no = (why: string) => new PeopleUnusable(`${which} ${why}`);
  const unknown = Object.keys(given).filter((field) => !FIELDS.includes(field));
  if (unknown.length > 0) throw no(`has fields that there are not: ${unknown.join(', ')}`);
  if (!isPersonId(id)) throw no('has no id as a token carries it: 1 to 255 printable ASCII characters');
  if ((office === undefined) === (operator === undefined)) throw no('is of one office or of one operator');
  if (typeof office === 'string' && employers.office(office)) return { id, officeId: office };
  if (typeof operator === 'string' && employers.operator(operator))
    return { id, officeId: '', operatorId: operator };
  throw no(
    office === undefined
      ? `is of an operator that there is not: ${JSON.stringify(operator)}`
      : `is of an office that there is not: ${JSON.stringify(office)}`,
  );
}
