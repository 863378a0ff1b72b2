import { stringify } from 'csv-stringify/sync';
import escapeHtml from 'escape-html';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { Words } from '../problems/catalogue.js';

/** A column of a report: its key, and what it is called in both languages. */
export type ReportColumn<Key extends string = string> = readonly [key: Key, zh: string, en: string];

/** One line of a report: a text for each column, and by what it is set off in print. */
export interface ReportLine<Key extends string = string> {
  readonly cells: Readonly<Record<Key, string>>;
  readonly marks?: readonly string[];
}

/** A report that can be sent whole: as a table for a spreadsheet, and as a page for printing. */
export interface PrintedReport<Key extends string = string> {
  readonly title: Words;
  /** What stands above the table; HTML, so whatever a person wrote is escaped. */
  readonly notes: readonly string[];
  /** Rules of style besides those that every report has. */
  readonly style?: string;
  readonly landscape?: boolean;
  readonly columns: readonly ReportColumn<Key>[];
  /** The lines, a page of them at a time. */
  readonly pages: AsyncIterable<readonly ReportLine<Key>[]> | Iterable<readonly ReportLine<Key>[]>;
}

/** Answers with the report as a table for a spreadsheet (RFC 4180, UTF-8 with mark). */
export async function sendTable(reply: FastifyReply, name: string, report: Tabled): Promise<void> {
  void reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`);
  await reply.send(Readable.from(csvOf(report)));
}

/** Answers with the report as a page for printing, which loads nothing and runs nothing. */
export async function sendPage(reply: FastifyReply, report: PrintedReport): Promise<void> {
  void reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
  await reply.send(Readable.from(pageOf(report)));
}

type Tabled = Pick<PrintedReport, 'columns' | 'pages'>;

async function* csvOf({ columns, pages }: Tabled): AsyncGenerator<string> {
  const named = columns.map(([key, zh, en]) => ({ key, header: `${zh} ${en}` }));
  let header = true;
  for await (const page of pages) {
    // A cell that begins like a formula would be calculated by whoever opens the file.
    const options = {
      columns: named,
      header,
      bom: header,
      escape_formulas: true,
      record_delimiter: 'windows',
    } as const;
    yield stringify(
      page.map(({ cells }) => cells),
      options,
    );
    header = false;
  }
}

async function* pageOf(report: PrintedReport): AsyncGenerator<string> {
  const { columns, pages } = report;
  yield top(report);
  for await (const page of pages) yield page.map((line) => lineOf(columns, line)).join('');
  yield '</tbody></table></body></html>\n';
}

const STYLE = `body{font:10pt/1.5 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;color:#000}
h1{font-size:15pt;margin:0 0 4pt}p{margin:2pt 0}
table{border-collapse:collapse;width:100%;margin-top:8pt}
th,td{border:.5pt solid #555;padding:2pt 4pt;text-align:left;vertical-align:top}
thead{display:table-header-group}tr{break-inside:avoid}`;

function top({ title, notes, style = '', landscape = false, columns }: PrintedReport): string {
  const heads = columns.map(([, zh, en]) => `<th scope="col">${zh}<br>${en}</th>`).join('');
  const sheet = `@page{size:A4${landscape ? ' landscape' : ''};margin:12mm}\n${STYLE}\n${style}`;
  const paragraphs = notes.map((note) => `<p>${note}</p>`).join('\n');
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${escapeHtml(title.zh)}</title>
<style>${sheet}</style></head><body><h1>${escapeHtml(title.zh)} ${escapeHtml(title.en)}</h1>
${paragraphs}<table><thead><tr>${heads}</tr></thead><tbody>`;
}

function lineOf(columns: PrintedReport['columns'], { cells, marks = [] }: ReportLine): string {
  const tds = columns.map(([key]) => `<td class="${key}">${escapeHtml(cells[key] ?? '')}</td>`).join('');
  return `<tr class="${marks.join(' ')}">${tds}</tr>\n`;
}

/** `2026-11-25 20:30:00` by the clock on the wall in China. */
export function inBeijing(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
