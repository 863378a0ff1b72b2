import { readFileSync } from 'node:fs';
import { isOfficeHours, soundOfficeDays, type OfficeDay } from '#calendar';
import { GOVERNS, SHIPPED, type RulebookKind, type Shelf } from '#rulebook';
import { LEVELS, OfficeTree, problemsOfOffices, type Office, type Retention } from '../domain/index.js';
import { Offices } from '../use-cases/index.js';

/** The list of offices cannot be used; the message says which entry and why. */
export class OfficesUnusable extends Error {
  override readonly name = 'OfficesUnusable';
}

/**
 * The offices of a list. Throws {@link OfficesUnusable} for none, and for the first whose profile cannot be or that does
 * not fit the others.
 */
export class OfficesList extends Offices {
  constructor(offices: readonly Office[], rulebooks: Shelf = SHIPPED) {
    if (offices.length === 0) throw new OfficesUnusable('there is no office in the list');
    for (const office of offices) {
      checkOffice(office, rulebooks);
      checkProfile(office);
      checkOwnDays(office);
    }
    const [problem] = problemsOfOffices(offices);
    if (problem !== undefined) throw new OfficesUnusable(problem);
    super(new OfficeTree(offices));
  }
}

/**
 * Offices from a JSON file: a list of `{"id": "…", "name": {"zh": "…", "en": "…"}, "word": "云旅投", "level": "city",
 * "division": "530100"}`, each with the `parent` that stands above it in the list, if any, `internalRulebook` where it is
 * not RB-MANUAL, `overlay` and `procedure` where it has them, and `ownDays` (`[{"day": "2026-12-18", "working": false,
 * "reason": "局庆"}]`) where it works or rests against the general calendar, and `officeHours` where it is not open from
 * 09:00 to 17:00. Throws {@link OfficesUnusable}.
 */
export function officesFromFile(path: string, rulebooks: Shelf): OfficesList {
  let entries: unknown;
  try {
    entries = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new OfficesUnusable(`the offices file ${path} cannot be read: ${(cause as Error).message}`, {
      cause,
    });
  }
  if (!Array.isArray(entries)) throw new OfficesUnusable(`the offices file ${path} does not hold a list`);
  const offices = entries.map((entry: unknown, index) => officeOf(entry, index, path));
  return new OfficesList(offices, rulebooks);
}

type Entry = Omit<Partial<Office>, 'ownDays'> & { readonly ownDays?: unknown };

const REQUIRED = ['id', 'name', 'word', 'level', 'division'];
const OPTIONAL = [
  'parent',
  'internalRulebook',
  'overlay',
  'procedure',
  'contact',
  'retention',
  'ownDays',
  'officeHours',
];

function officeOf(entry: unknown, index: number, path: string): Office {
  const given = Object(entry) as Entry;
  const { id, name, word, level, division, internalRulebook, ...settings } = given;
  const which = `office ${index + 1}${typeof id === 'string' ? ` (${id})` : ''} in ${path}`;
  const texts = { id, word, level, division, 'name.zh': name?.zh, 'name.en': name?.en };
  const missing = Object.entries(texts).filter(([, text]) => typeof text !== 'string' || text === '');
  if (missing.length > 0) {
    const names = missing.map(([field]) => field).join(', ');
    const hint = names.includes('level') ? `; a level is one of ${LEVELS.join(', ')}` : '';
    throw new OfficesUnusable(`${which} lacks ${names}${hint}`);
  }
  const unknown = Object.keys(given).filter((field) => ![...REQUIRED, ...OPTIONAL].includes(field));
  if (unknown.length > 0)
    throw new OfficesUnusable(`${which} has fields that there are not: ${unknown.join(', ')}`);
  return {
    ...{ id, name, word, level, division, internalRulebook: internalRulebook ?? 'RB-MANUAL' },
    ...settingsOf(settings, String(id)),
  } as Office;
}

/** What an office may set; what it leaves out stays out. */
function settingsOf({ ownDays, ...others }: Entry, office: string): Partial<Office> {
  const { parent, overlay, procedure, contact, retention, officeHours } = others;
  const days = ownDays === undefined ? undefined : ownDaysOf(ownDays, office);
  const given = Object.entries({
    ...{ parent, overlay, procedure, contact, retention, officeHours },
    ownDays: days,
  });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function ownDaysOf(entries: unknown, office: string): readonly OfficeDay[] {
  const list: readonly unknown[] = Array.isArray(entries) ? entries : [undefined];
  return list.map((entry) => {
    const { day, working, reason } = Object(entry) as Record<string, unknown>;
    if (typeof day === 'string' && typeof working === 'boolean' && typeof reason === 'string') {
      return { day, works: working, reason };
    }
    throw new OfficesUnusable(`office ${office}: ownDays is a list of {"day", "working", "reason"}`);
  });
}

function checkOwnDays({ id, ownDays = [] }: Office): void {
  try {
    soundOfficeDays(ownDays);
  } catch (cause) {
    throw new OfficesUnusable(`office ${id}: ownDays: ${(cause as Error).message}`, { cause });
  }
}

/** An office's id is part of the names of its number registers. */
const STREAM_PART = /^[0-9A-Za-z_-]{1,40}$/;

function checkOffice({ id, internalRulebook, overlay, procedure }: Office, rulebooks: Shelf): void {
  if (!STREAM_PART.test(id)) throw new OfficesUnusable(`office ${id}: an id has letters, digits, _ and -`);
  checkRulebook(id, internalRulebook, 'internal', rulebooks);
  if (overlay !== undefined) checkRulebook(id, overlay, 'overlay', rulebooks);
  if (procedure === undefined) return;
  if (!GOVERNS.includes(procedure))
    throw new OfficesUnusable(
      `office ${id}: procedure is "${String(procedure)}"; it is ${GOVERNS.join(' or ')}`,
    );
  if (procedure === 'internal' && rulebooks.byId(internalRulebook).procedure === undefined)
    throw new OfficesUnusable(
      `office ${id}: ${internalRulebook} has terms only, so it cannot govern the procedure`,
    );
}

const KINDS: Readonly<Record<RulebookKind, string>> = {
  internal: "an office's own rulebook",
  statutory: 'the law',
  overlay: 'a local rule',
};

function checkRulebook(office: string, id: string, kind: RulebookKind, rulebooks: Shelf): void {
  if (!rulebooks.knows(id)) throw new OfficesUnusable(`office ${office}: there is no rulebook ${id}`);
  const found = rulebooks.byId(id).kind;
  if (found !== kind)
    throw new OfficesUnusable(`office ${office}: ${id} is ${KINDS[found]}, not ${KINDS[kind]}`);
}

/** A volume is kept for whole years, up to a century, or for ever. */
function checkProfile({ id, contact, officeHours, retention }: Office): void {
  const texts = [contact?.phone, contact?.address].filter((text) => text !== undefined);
  if (texts.some((text: unknown) => typeof text !== 'string' || text === '')) {
    throw new OfficesUnusable(`office ${id}: contact has a phone and an address, each a text`);
  }
  if (officeHours !== undefined && !isOfficeHours(officeHours)) {
    throw new OfficesUnusable(
      `office ${id}: officeHours are {"opens": "09:00", "closes": "17:00"}, times of one day, the later one last`,
    );
  }
  if (retention === undefined) return;
  const sound = Array.isArray(retention) && retention.length > 0 && retention.every(isRetention);
  if (!sound) {
    throw new OfficesUnusable(
      `office ${id}: retention is a list of classes, each with whole years from 1 to 100, or null for ever`,
    );
  }
  const names = (retention as NonNullable<Office['retention']>).map((one) => one.class);
  if (new Set(names).size < names.length) {
    throw new OfficesUnusable(`office ${id}: two classes of retention have the same name`);
  }
}

function isRetention(value: unknown): boolean {
  const { class: name, years } = Object(value) as Partial<Retention>;
  const fits = years === null || (Number.isInteger(years) && Number(years) >= 1 && Number(years) <= 100);
  return typeof name === 'string' && name !== '' && fits;
}
