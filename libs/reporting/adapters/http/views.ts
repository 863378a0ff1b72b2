import { boundsOf, hasEnded, type Quarter } from '#kernel';
import { inBeijing, type PrintedReport } from '#platform/http';
import escapeHtml from 'escape-html';
import {
  changesBetween,
  linesOf,
  TEXT_VERSION,
  type PublishedReport,
  type QuarterFigures,
  type QuarterlyReport,
} from '../../domain/index.js';
import type { Asked, ReportingOffices, Statistics } from '../../use-cases/index.js';
import { CAUSE_WORDS, COLUMNS, printedLine, type Column } from './words.js';

/** Which office and quarter an answer is about. */
export function headOf({ office, quarter }: Asked, offices: ReportingOffices) {
  const { firstDay, lastDay } = boundsOf(quarter);
  return { office: { id: office, ...offices.nameOf(office) }, quarter, firstDay, lastDay };
}
type Head = ReturnType<typeof headOf>;

export function statisticsView(head: Head, { figures, countedAt, countedTo }: Statistics): object {
  const over = hasEnded(head.quarter, countedAt);
  return { ...head, over, countedAt, countedTo, textVersion: TEXT_VERSION, figures };
}

/** The report as the office itself sees it: with who drafted and who approved. */
export function ownView(head: Head, { draft, published }: QuarterlyReport, revision: number): object {
  return {
    ...head,
    revision,
    draft:
      draft === null
        ? undefined
        : {
            version: draft.version,
            draftedBy: draft.draftedBy,
            draftedAt: draft.draftedAt,
            countedTo: draft.countedTo,
            textVersion: draft.textVersion,
            because: draft.because,
            figures: draft.figures,
            changes: changesSince(published.at(-1), draft.figures),
          },
    published: published.map(({ version, draftedBy, draftedAt, approvedBy, publishedAt, because }) => ({
      ...{ version, draftedBy, draftedAt, approvedBy, publishedAt, because },
    })),
  };
}

/** What everybody sees: no person, and each version with what is otherwise in it. */
export function publishedView(head: Head, published: readonly PublishedReport[]): object {
  const versions = published.map((report, index) => ({
    version: report.version,
    publishedAt: report.publishedAt,
    countedTo: report.countedTo,
    textVersion: report.textVersion,
    basis: report.basis,
    because: report.because,
    figures: report.figures,
    changes: changesSince(published[index - 1], report.figures),
  }));
  return { ...head, current: versions.at(-1), earlier: versions.slice(0, -1).toReversed() };
}

/** Figures as a table and as a page for printing; `notes`: what stands above them, as plain text. */
export function printedFigures(
  title: { readonly zh: string; readonly en: string },
  { office, quarter, firstDay, lastDay }: Head,
  figures: QuarterFigures,
  notes: readonly string[],
): PrintedReport<Column> {
  const head = `机关 Office: ${office.zh} ${office.en} · 季度 Quarter: ${quarter} (${firstDay} — ${lastDay})`;
  return {
    title: { zh: `${title.zh} ${quarter}`, en: title.en },
    notes: [head, ...notes].map((note) => escapeHtml(note)),
    style: 'td.figure{text-align:right}',
    columns: COLUMNS,
    pages: [linesOf(figures).map((line) => ({ cells: printedLine(line) }))],
  };
}

export const STATISTICS_TITLE = { zh: '旅游投诉统计', en: 'Statistics of tourism complaints' };
export const PUBLICATION_TITLE = { zh: '旅游投诉信息公布', en: 'Tourism complaints, published' };

/** What a printed statistic says of when it was counted. */
export function countedNote({ countedAt, countedTo }: Statistics): string {
  return `截至 As of: ${inBeijing(countedAt)}（北京时间 Beijing） · 事件日志位置 Place in the log: ${countedTo}`;
}

/** What a printed publication says of itself. */
export function publicationNotes(report: PublishedReport): string[] {
  const { version, publishedAt, countedTo, because, basis } = report;
  const cause = because ? [CAUSE_WORDS[because]].map(({ zh, en }) => ` · ${zh} ${en}`) : [];
  const known = basis.verification === 'unverified' ? '（未核实 not verified）' : '';
  const law = basis.article ?? basis.rulebook;
  return [
    `第 ${version} 版 Version ${version}${cause.join('')} · 公布 Published: ${inBeijing(publishedAt)}（北京时间 Beijing） · 事件日志位置 Place in the log: ${countedTo}`,
    `依据 Basis: ${law}${known}`,
  ];
}

/** The quarter's name in a file's name. */
export function fileName(office: string, quarter: Quarter): string {
  return `${office}-${quarter}.csv`;
}

function changesSince(earlier: PublishedReport | undefined, figures: QuarterFigures) {
  const changes = earlier ? changesBetween(earlier.figures, figures) : [];
  return changes.map(({ detail, ...change }) => (detail === '' ? change : { ...change, detail }));
}
