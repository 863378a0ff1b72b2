import {
  dryRunOn,
  refusedInWords,
  RulebooksUnusable,
  sentenceOf,
  shelfWithFiles,
  shelfWithFolder,
  type CaseChange,
  type ClockChange,
} from '#complaint';
import type { Rulebook, Shelf } from '#rulebook';
import { withEngines } from './engines.js';
import { UsageError, type Report } from './report.js';

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
  const rulebooks = shelfOfInstallation().all;
  const json = rulebooks.map(({ id, version, kind, validFrom, validTo, title, terms, unknown }) => ({
    ...{ id, version, kind, validFrom, validTo, title },
    terms: terms.length,
    unknown,
  }));
  return { ok: true, json, lines: rulebooks.map(lineOf) };
}

/** What a rulebook would do to the open cases of an office; changes nothing. */
export async function dryRunRulebook(id: string, office: string, limit: number): Promise<Report> {
  const shelf = shelfOfInstallation();
  if (!shelf.knows(id)) {
    const known = shelf.all.map((rulebook) => rulebook.id).join(', ');
    throw new UsageError(`there is no rulebook ${id}; there are: ${known}`);
  }
  const report = await withEngines((engines) => dryRunOn(engines, shelf, { rulebook: id, office, limit }));
  const { open, changed, becomeOverdue, cases } = report;
  const sum = `${open} open, ${changed} would change, ${becomeOverdue} of them would become overdue`;
  const more = changed > cases.length ? [`… and ${changed - cases.length} more`] : [];
  const { words } = refusedInWords(report);
  const lines = [...cases.flatMap(linesOfCase), ...more, sum, ...(words ? [words.zh, words.en] : [])];
  return { ok: true, json: { ...report, ...(words ? { words } : {}) }, lines };
}

function shelfOfInstallation(): Shelf {
  return shelfWithFolder(process.env['TOUSU_RULEBOOKS']);
}

function linesOfCase({ number, phase, becomesOverdue, refused, clocks }: CaseChange): string[] {
  const marks = [becomesOverdue ? '  WOULD BECOME OVERDUE' : '', refused ? `  refused: ${refused}` : ''];
  const head = `${number}  ${phase}${marks.join('')}`;
  return [head, ...clocks.map((change) => `  ${lineOfChange(change)}`)];
}

function lineOfChange({ code, before, after }: ClockChange): string {
  const old = before ? `${before.rulebook} ${before.dueOn}` : 'none';
  const next = after ? `${after.rulebook} ${after.dueOn}${after.overdue ? ' (run out)' : ''}` : 'none';
  return `${code}: ${old} → ${next}`;
}

function lineOf({ id, version, kind, validFrom, validTo, terms, title }: Rulebook): string {
  const validity = validFrom === null && validTo === null ? '' : `${validFrom ?? ''}…${validTo ?? ''}`;
  return `${id.padEnd(14)} v${String(version)}  ${kind.padEnd(10)} ${validity.padEnd(22)} ${String(terms.length).padStart(2)} terms  ${title.zh}`;
}
