import { CountedCases } from '#complaint';
import {
  REPORT_EVENTS,
  REPORT_STREAM,
  changesBetween,
  recounted,
  TEXT_VERSION,
  type PublishedReport,
} from '#reporting';
import { upcast } from '#platform/event-sourcing';
import { eventsOfCategory, type EventStore } from '#platform/event-store';
import type { Engines } from './engines.js';
import type { Report } from './report.js';

/** One publication, counted again. `not-comparable`: it was counted in another way than this release counts. */
interface Recount {
  readonly office: string;
  readonly quarter: string;
  readonly version: number;
  readonly found: 'same' | 'different' | 'not-comparable';
  /** Figures that come out otherwise. */
  readonly different: number;
}

/** Counts every publication (G59) again from the log, up to the place up to which it was counted then. */
export async function recountPublished({ pool, models, store }: Engines): Promise<Report> {
  const cases = new CountedCases(pool, models, store);
  const recounts: Recount[] = [];
  for await (const published of publicationsIn(store)) {
    const { office, quarter, version, figures, countedTo, textVersion } = published;
    const names = { office, quarter, version };
    if (textVersion !== TEXT_VERSION) {
      recounts.push({ ...names, found: 'not-comparable', different: 0 });
      continue;
    }
    const again = await recounted(cases, { office, quarter }, countedTo);
    const different = changesBetween(figures, again).length;
    recounts.push({ ...names, found: different === 0 ? 'same' : 'different', different });
  }
  const lines = recounts.map(
    ({ office, quarter, version, found, different }) =>
      `${quarter} ${office} version ${version}: ${found}${different > 0 ? ` (${different} figures)` : ''}`,
  );
  const ok = recounts.every(({ found }) => found !== 'different');
  return { ok, json: recounts, lines: [...lines, `${recounts.length} publications counted again`] };
}

async function* publicationsIn(store: EventStore): AsyncGenerator<PublishedReport> {
  for await (const recorded of eventsOfCategory(store, REPORT_STREAM.category)) {
    if (recorded.type === 'QuarterlyReportPublished')
      yield upcast(REPORT_EVENTS, recorded).data as unknown as PublishedReport;
  }
}
