import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '#platform/folders';
import type { Profile } from './settings.js';
import { takeLock } from './process-lock.js';

/** The version of what lies in the folder. Raised when an older program could no longer make sense of it. */
export const DATA_FORMAT = 1;
const MARKER = 'tousu.json';
const LOCK = 'standalone.lock';

/** The data folder cannot be used; the message says why in plain words, and what to do. */
export class DataFolderUnusable extends Error {
  override readonly name = 'DataFolderUnusable';
}

/** What the folder says of itself. */
interface Marker {
  readonly product: 'tousu';
  readonly format: number;
  readonly profile: Profile['name'];
  /** Whether the sample complaints have all been brought in. */
  readonly samplesComplete: boolean;
}

/** The folder of a standalone, held by this process alone. */
export class DataFolder {
  private constructor(
    readonly path: string,
    /** Made by this start. */
    readonly isNew: boolean,
    private marker: Marker,
    private readonly giveBack: () => void,
  ) {}

  /** Makes the folder on the first start, and holds it. Throws {@link DataFolderUnusable}. */
  static open(path: string, profile: Profile['name']): DataFolder {
    takeFolder(path);
    const found = readMarker(path, profile);
    const lock = takeLock(join(path, LOCK));
    if (typeof lock === 'object') {
      throw new DataFolderUnusable(
        `The data folder ${path} is in use by another Tousu (process ${lock.heldBy}). ` +
          'Stop that one first, or choose another folder with TOUSU_DATA=…',
      );
    }
    const marker = found ?? { product: 'tousu', format: DATA_FORMAT, profile, samplesComplete: false };
    if (!found) writeMarker(path, marker);
    return new DataFolder(path, !found, marker, lock);
  }

  get samplesComplete(): boolean {
    return this.marker.samplesComplete;
  }

  recordSamplesComplete(): void {
    this.marker = { ...this.marker, samplesComplete: true };
    writeMarker(this.path, this.marker);
  }

  file(name: string): string {
    return join(this.path, name);
  }

  close(): void {
    this.giveBack();
  }
}

function takeFolder(path: string): void {
  try {
    makeFolder(path);
    if (!statSync(path).isDirectory()) throw new DataFolderUnusable(`${path} is not a folder.`);
    readdirSync(path);
  } catch (cause) {
    if (cause instanceof DataFolderUnusable) throw cause;
    const { code = '' } = cause as NodeJS.ErrnoException;
    const why: Record<string, string> = {
      EEXIST: 'a file, or a link that leads nowhere, stands there',
      ENOENT: 'no folder can be made there',
      ENOTDIR: 'a part of the path is a file, not a folder',
      EACCES:
        'it belongs to another user, or its parent folder does; an earlier start as root would explain it',
      EROFS: 'the file system is read-only',
      ENOSPC: 'the disk is full',
    };
    throw new DataFolderUnusable(
      `The data folder ${path} cannot be used: ${why[code] ?? code}. Choose another with TOUSU_DATA=…`,
      { cause },
    );
  }
}

function readMarker(path: string, profile: Profile['name']): Marker | undefined {
  const entries = readdirSync(path).filter((name) => !name.startsWith(`${MARKER}.`) && name !== LOCK);
  if (entries.length === 0) return undefined;
  if (!entries.includes(MARKER)) {
    throw new DataFolderUnusable(
      `The folder ${path} is not empty and holds no data of Tousu. Choose another with TOUSU_DATA=…`,
    );
  }
  const marker = parse(join(path, MARKER));
  if (marker?.product !== 'tousu' || marker.format !== DATA_FORMAT) {
    const made =
      typeof marker?.format === 'number' ? `format ${marker.format}` : 'no format that is known here';
    throw new DataFolderUnusable(
      `The data folder ${path} belongs to another version of Tousu (${made}; this one reads format ${DATA_FORMAT}). ` +
        'Start the version that made it, or choose another folder with TOUSU_DATA=…',
    );
  }
  if (marker.profile !== profile) {
    throw new DataFolderUnusable(
      `The data folder ${path} was made with TOUSU_PROFILE=${marker.profile}, and this start is ${profile}. ` +
        'Sample data and real complaints are never mixed: choose another folder with TOUSU_DATA=…',
    );
  }
  return marker;
}

function parse(file: string): Marker | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Marker;
  } catch {
    return undefined;
  }
}

/** Written beside and renamed: a start that is cut off leaves the old one or the new one, whole. */
function writeMarker(path: string, marker: Marker): void {
  const draft = join(path, `${MARKER}.new`);
  writeFileSync(draft, `${JSON.stringify(marker, undefined, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, join(path, MARKER));
}
