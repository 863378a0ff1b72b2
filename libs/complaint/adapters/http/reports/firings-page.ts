import escapeHtml from 'escape-html';
import type { FiringEntry, FiringSummary } from '../../../read-models/index.js';
import { COLUMNS, inBeijing, printed } from './firings-words.js';

/** What a printed report says of itself. */
export interface ReportHead {
  readonly office: { readonly zh: string; readonly en: string };
  readonly from: string;
  readonly to: string;
  readonly now: string;
  readonly summary: FiringSummary;
}

/** The report as a page for printing (A4, landscape), a page of lines at a time. It loads nothing. */
export async function* pageOf(
  head: ReportHead,
  pages: AsyncIterable<readonly FiringEntry[]>,
): AsyncGenerator<string> {
  yield top(head);
  for await (const page of pages) yield page.map(line).join('');
  yield '</tbody></table></body></html>\n';
}

const STYLE = `@page{size:A4 landscape;margin:12mm}
body{font:10pt/1.5 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;color:#000}
h1{font-size:15pt;margin:0 0 4pt}p{margin:2pt 0}
table{border-collapse:collapse;width:100%;margin-top:8pt}
th,td{border:.5pt solid #555;padding:2pt 4pt;text-align:left;vertical-align:top}
thead{display:table-header-group}tr{break-inside:avoid}td.late{text-align:right}
tr.outstanding td,tr.twice td,tr.early td{font-weight:bold}`;

function top({ office, from, to, now, summary }: ReportHead): string {
  const { late } = summary;
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
  const words = sums.map(([zh, en, count]) => `${zh} ${en}: <b>${count}</b>`).join(' · ');
  const heads = COLUMNS.map(([, zh, en]) => `<th scope="col">${zh}<br>${en}</th>`).join('');
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>期限触发核对表 ${from}—${to}</title>
<style>${STYLE}</style></head><body><h1>期限触发核对表 Reconciliation of timers</h1>
<p>机关 Office: ${escapeHtml(office.zh)} ${escapeHtml(office.en)} · 期间 Period: ${from} — ${to} · 截至 As of: ${inBeijing(now)}（北京时间 Beijing）</p>
<p>${words}</p><table><thead><tr>${heads}</tr></thead><tbody>`;
}

function line(entry: FiringEntry): string {
  const cells = printed(entry);
  const early = entry.late_ms !== null && entry.late_ms < 0;
  const marks = [entry.status, ...(entry.extra > 0 ? ['twice'] : []), ...(early ? ['early'] : [])];
  const tds = COLUMNS.map(([key]) => `<td class="${key}">${escapeHtml(cells[key])}</td>`).join('');
  return `<tr class="${marks.join(' ')}">${tds}</tr>\n`;
}
