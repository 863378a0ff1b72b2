import { inBeijing, type PrintedReport } from '#platform/http';
import escapeHtml from 'escape-html';
import type { FiringEntry, FiringSummary } from '../../../read-models/index.js';
import { COLUMNS, printed, type Column } from './firings-words.js';

/** What a printed report says of itself. */
export interface ReportHead {
  readonly office: { readonly zh: string; readonly en: string };
  readonly from: string;
  readonly to: string;
  readonly now: string;
  readonly summary: FiringSummary;
}

const STYLE = `td.late{text-align:right}
tr.outstanding td,tr.twice td,tr.early td{font-weight:bold}`;

/** The lines of the report, a page at a time. */
export async function* linesOf(pages: AsyncIterable<readonly FiringEntry[]>) {
  for await (const page of pages) yield page.map(lineOf);
}

/** The report as it is printed (A4, landscape). */
export function printedReport(
  { office, from, to, now, summary }: ReportHead,
  pages: AsyncIterable<readonly FiringEntry[]>,
): PrintedReport<Column> {
  return {
    title: { zh: `期限触发核对表 ${from}—${to}`, en: 'Reconciliation of timers' },
    notes: [
      `机关 Office: ${escapeHtml(office.zh)} ${escapeHtml(office.en)} · 期间 Period: ${from} — ${to} · 截至 As of: ${inBeijing(now)}（北京时间 Beijing）`,
      sumsOf(summary),
    ],
    style: STYLE,
    landscape: true,
    columns: COLUMNS,
    pages: linesOf(pages),
  };
}

function sumsOf({ late, ...summary }: FiringSummary): string {
  const sums: readonly (readonly [string, string, number])[] = [
    ['应触发', 'to ring', summary.all],
    ['已触发', 'rang', summary.rang],
    ['应触发而未触发', 'outstanding', summary.outstanding],
    ['届时前取消', 'called off', summary['called-off']],
    ['届时后未触发即取消', 'overtaken', summary.overtaken],
    ['未到时', 'to come', summary['to-come']],
    ['提前触发', 'early', summary.early],
    ['重复触发', 'twice', summary.twice],
    ['因补录迟延', 'late because recorded late', late['recorded-late']],
    ['因系统迟延', 'late because of the worker', late['worker-late']],
  ];
  return sums.map(([zh, en, count]) => `${zh} ${en}: <b>${count}</b>`).join(' · ');
}

function lineOf(entry: FiringEntry) {
  const early = entry.late_ms !== null && entry.late_ms < 0;
  const marks = [entry.status, ...(entry.extra > 0 ? ['twice'] : []), ...(early ? ['early'] : [])];
  return { cells: printed(entry), marks };
}
