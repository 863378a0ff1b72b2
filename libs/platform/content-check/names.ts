import type { FileKind } from './types.js';

const LONGEST_STEM = 120;
/** 255 bytes is what file systems take; some room for what a browser adds. */
const LONGEST_BYTES = 200;
const NAMELESS = '附件';
/** Names of devices on Windows, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** The ending of a name, small letters; undefined when it has none. Digits alone are a date or a number, no ending. */
export function endingOf(name: string): string | undefined {
  const ending = /\.([A-Za-z0-9]{1,10})$/.exec(lastStep(name))?.[1]?.toLowerCase();
  return ending === undefined || /^\d+$/.test(ending) ? undefined : ending;
}

/**
 * A name that does no harm wherever it is written: no path, no control, direction or invisible characters, nothing that
 * a file system or a shell reads as more than a name, not too long, and always an ending of the kind.
 */
export function cleanName(name: string | undefined, kind: FileKind): string {
  const step = lastStep(name ?? '');
  const ending = endingOf(step);
  const stem = ending === undefined ? step : step.slice(0, -(ending.length + 1));
  return `${cleanStem(stem)}.${ending ?? kind.endings[0]}`;
}

/** Programs that do not know of folders send whole paths, with either slash. */
function lastStep(name: string): string {
  return harmless(name).split(/[/\\]/).at(-1) ?? '';
}

function harmless(name: string): string {
  return name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu, '')
    .replace(/\p{Zs}/gu, ' ')
    .trimEnd();
}

function cleanStem(text: string): string {
  const stem = shortened(text.replace(/[<>:"|?*%$`;&]/g, '_').replace(/^[\s.\-~]+|[\s.]+$/g, ''))
    // Cutting can leave one at the end again.
    .replace(/[\s.]+$/, '');
  if (stem === '') return NAMELESS;
  return DEVICE.test(stem.split('.', 1)[0] ?? '') ? `_${stem}` : stem;
}

function shortened(stem: string): string {
  let short = [...stem].slice(0, LONGEST_STEM);
  while (Buffer.byteLength(short.join('')) > LONGEST_BYTES) short = short.slice(0, -1);
  return short.join('');
}
