import { RulebooksUnusable, sentenceOf, shelfWithFiles, shelfWithFolder } from '#complaint';
import type { Rulebook } from '#rulebook';
import type { Report } from './report.js';

/** Whether these files could be brought along as they are: each by itself, and together with the product's own. */
export function checkRulebooks(files: readonly string[]): Report {
  try {
    shelfWithFiles(files);
    return { ok: true, json: { faults: [] }, lines: files.map((file) => `${file}: 可用 sound`) };
  } catch (error) {
    if (!(error instanceof RulebooksUnusable)) throw error;
    const told = error.faults.map((fault) => ({ ...fault, words: sentenceOf(fault) }));
    return {
      ok: false,
      json: { faults: told },
      lines: told.flatMap(({ words }) => [words.zh, words.en]),
    };
  }
}

/** The rulebooks by which this installation works (TOUSU_RULEBOOKS). */
export function listRulebooks(): Report {
  const rulebooks = shelfWithFolder(process.env['TOUSU_RULEBOOKS']).all;
  const json = rulebooks.map(({ id, version, kind, validFrom, validTo, title, terms, unknown }) => ({
    ...{ id, version, kind, validFrom, validTo, title },
    terms: terms.length,
    unknown,
  }));
  return { ok: true, json, lines: rulebooks.map(lineOf) };
}

function lineOf({ id, version, kind, validFrom, validTo, terms, title }: Rulebook): string {
  const validity = validFrom === null && validTo === null ? '' : `${validFrom ?? ''}…${validTo ?? ''}`;
  return `${id.padEnd(14)} v${String(version)}  ${kind.padEnd(10)} ${validity.padEnd(22)} ${String(terms.length).padStart(2)} terms  ${title.zh}`;
}
