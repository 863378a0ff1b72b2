import type { Projection } from '#platform/projections';
import type { ReportEvent } from '../../domain/index.js';

/** A quarter of an office that is open to everybody (G59). */
export interface PublishedReportRow {
  /** Its stream without the category: `yunhai-2026Q3` */
  readonly report: string;
  readonly office: string;
  readonly quarter: string;
  /** Of its last publication. */
  readonly version: number;
  readonly published_at: string;
  readonly first_published_at: string;
}

/** What has been published. */
export const publishedReportsProjection: Projection<PublishedReportRow> = {
  name: 'published_reports',
  version: 1,
  categories: ['quarterly'],
  columns: {
    report: 'text not null',
    office: 'text not null',
    quarter: 'text not null',
    version: 'integer not null',
    published_at: 'timestamptz not null',
    first_published_at: 'timestamptz not null',
  },
  key: 'report',
  indexes: ['quarter desc, report', 'office, quarter desc'],
  touches: ({ stream, type }) =>
    type === 'QuarterlyReportPublished' ? [stream.slice(stream.indexOf('-') + 1)] : [],
  fold(row, report, projected) {
    const { data } = projected as unknown as Extract<ReportEvent, { type: 'QuarterlyReportPublished' }>;
    const { office, quarter, version, publishedAt: published_at } = data;
    const first_published_at = row?.first_published_at ?? published_at;
    return { report, office, quarter, version, published_at, first_published_at };
  },
};
