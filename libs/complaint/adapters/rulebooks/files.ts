import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRulebook, RulebookError, RulebookInvalid, SHIPPED, type Rulebook, type Shelf } from '#rulebook';
import { RulebooksUnusable, type RulebookFault } from './faults.js';
import { locatedJson, NotJson, type LocatedJson } from './located-json.js';
import type { FaultCode } from './words.js';

/** A file that holds a sound rulebook. */
interface RulebookFile {
  readonly file: string;
  readonly json: LocatedJson;
  readonly rulebook: Rulebook;
}

/**
 * The rulebooks that an installation works by: those of the product and, where a folder is named, every `.json` file
 * in it.
 * @throws RulebooksUnusable with every fault of every file; Error when the folder cannot be read
 */
export function shelfWithFolder(folder: string | undefined): Shelf {
  if (folder === undefined || folder === '') return SHIPPED;
  return shelfWithFiles(filesOf(folder));
}

/** The rulebooks of the product and of these files. @throws RulebooksUnusable; Error when one cannot be read */
export function shelfWithFiles(files: readonly string[]): Shelf {
  const read = files.map(readRulebook);
  const faults = read.flatMap((one) => ('rulebook' in one ? [] : one.faults));
  if (faults.length > 0) throw new RulebooksUnusable(faults);
  const sound = read.filter((one) => 'rulebook' in one);
  try {
    return SHIPPED.with(sound.map(({ rulebook }) => rulebook));
  } catch (error) {
    throw new RulebooksUnusable([clashOf(error, sound)]);
  }
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => join(folder, name));
  } catch (cause) {
    throw new Error(`the folder of rulebooks ${folder} cannot be read: ${(cause as Error).message}`, {
      cause,
    });
  }
}

function readRulebook(file: string): RulebookFile | { readonly faults: readonly RulebookFault[] } {
  const text = readFileSync(file, 'utf8');
  let json: LocatedJson;
  try {
    json = locatedJson(text);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return { faults: [{ file, ...error.place, pointer: '', code: 'not-json' }] };
  }
  const twice = json.twice.map(({ pointer, place }) => ({
    file,
    ...place,
    pointer,
    code: 'name-twice' as const,
  }));
  try {
    const rulebook = loadRulebook(json.value);
    return twice.length > 0 ? { faults: twice } : { file, json, rulebook };
  } catch (error) {
    if (!(error instanceof RulebookInvalid)) throw error;
    const found = error.problems.map((problem) => ({ file, ...json.placeOf(problem.pointer), ...problem }));
    return { faults: [...twice, ...found] };
  }
}

/** What stands in the way when sound rulebooks come together, and the line that is to be changed. */
const CLASHES: Readonly<Partial<Record<string, { readonly code: FaultCode; readonly pointer: string }>>> = {
  'rulebook-twice': { code: 'rulebook-twice', pointer: '/id' },
  'two-laws-at-once': { code: 'two-laws-at-once', pointer: '/validFrom' },
  'version-not-later': { code: 'version-not-later', pointer: '/version' },
  'kind-changed': { code: 'kind-changed', pointer: '/kind' },
};

function clashOf(error: unknown, files: readonly RulebookFile[]): RulebookFault {
  if (!(error instanceof RulebookError)) throw error;
  const clash = CLASHES[error.code];
  const { id, other } = error.facts;
  const clashing = files.findLast(({ rulebook }) => rulebook.id === id);
  if (clash === undefined || clashing === undefined) throw error;
  const { file, json, rulebook } = clashing;
  const found = typeof other === 'string' ? other : rulebook.id;
  return { file, ...json.placeOf(clash.pointer), ...clash, found };
}
