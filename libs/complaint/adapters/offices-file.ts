import { readFileSync } from 'node:fs';
import { soundOfficeDays, type OfficeDay } from '#calendar';
import { GOVERNS, SHIPPED, type RulebookKind, type Shelf } from '#rulebook';
import type { Retention } from '../domain/index.js';
import { Offices, type Office } from '../use-cases/index.js';

/** The list of offices cannot be used; the message says which entry and why. */
export class OfficesUnusable extends Error {
  override readonly name = 'OfficesUnusable';
}

/** A fixed list of offices. Throws {@link OfficesUnusable} for two of one id, a profile that cannot be, or none at all. */
export class OfficesList extends Offices {
  private readonly byId: ReadonlyMap<string, Office>;

  constructor(offices: readonly Office[], rulebooks: Shelf = SHIPPED) {
    super();
    this.byId = new Map(offices.map((office) => [office.id, office]));
    if (offices.length === 0) throw new OfficesUnusable('there is no office in the list');
    if (this.byId.size < offices.length) throw new OfficesUnusable('two offices have the same id');
    for (const office of offices) {
      checkOffice(office, rulebooks);
      checkProfile(office);
      checkOwnDays(office);
    }
  }

  override all(): readonly Office[] {
    return [...this.byId.values()];
  }

  override office(id: string): Office {
    const found = this.byId.get(id);
    if (!found) throw new Error(`the office ${id} is not configured`);
    return found;
  }
}

/**
 * Offices from a JSON file: `[{"id": "…", "name": {"zh": "…", "en": "…"}, "word": "云旅投"}]`, each with
 * `internalRulebook` where it is not RB-MANUAL, `overlay` and `procedure` where it has them, and `ownDays`
 * (`[{"day": "2026-12-18", "working": false, "reason": "局庆"}]`) where it works or rests against the general
 * calendar. Throws {@link OfficesUnusable}.
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

function officeOf(entry: unknown, index: number, path: string): Office {
  const { id, name, word, internalRulebook, ...settings } = Object(entry) as Entry;
  const texts = { id, word, 'name.zh': name?.zh, 'name.en': name?.en };
  const missing = Object.entries(texts).filter(([, text]) => typeof text !== 'string' || text === '');
  if (missing.length > 0) {
    const names = missing.map(([field]) => field).join(', ');
    throw new OfficesUnusable(`office ${index + 1} in ${path} lacks ${names}`);
  }
  return {
    ...{ id, name, word, internalRulebook: internalRulebook ?? 'RB-MANUAL' },
    ...settingsOf(settings, String(id)),
  } as Office;
}

/** What an office may set; what it leaves out stays out. */
function settingsOf({ ownDays, ...others }: Entry, office: string): Partial<Office> {
  const { overlay, procedure, contact, retention } = others;
  const days = ownDays === undefined ? undefined : ownDaysOf(ownDays, office);
  const given = Object.entries({ overlay, procedure, contact, retention, ownDays: days });
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
function checkProfile({ id, contact, retention }: Office): void {
  const texts = [contact?.phone, contact?.address].filter((text) => text !== undefined);
  if (texts.some((text: unknown) => typeof text !== 'string' || text === '')) {
    throw new OfficesUnusable(`office ${id}: contact has a phone and an address, each a text`);
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
